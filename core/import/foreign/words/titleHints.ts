import type { PartKey } from '../../../narrative/parts';
import { anyPhrase } from './phrases';

interface TitleHint {
  /** Looked for in a title in lower case without punctuation. */
  words: RegExp;
  part: PartKey;
  section: string;
}

const hint = (part: PartKey, section: string, phrases: readonly string[]): TitleHint => ({
  words: anyPhrase(phrases),
  part,
  section,
});

/** Words within a title of the author's own that tell where it belongs; the first that fits is taken. */
export const titleHints: readonly TitleHint[] = [
  hint('internalFaq', '', [
    'we (will|may|might|expect to) be asked',
    'ourselves',
    'asked by (the )?(board|leadership|management|investors)',
    '(internal|stakeholder|leadership|executive|board|business)s? questions',
    'questions (from|for|by) (the )?(board|leadership|management|investors|stakeholders)',
  ]),
  hint('customerFaq', '', [
    '(people|customers|users|they|readers|outsiders|outside)( .*)? ask',
    'questions? (we|you|people|from|and|for)',
    '(common|likely|expected|open to all) questions',
    '^things people ask',
  ]),
  hint('internalFaq', '', [
    '(internal|stakeholder|leadership|business|interne?)( .*)? (faqs?|questions|fragen)',
  ]),
  hint('customerFaq', '', ['faqs?', 'frequently asked', 'q and a', 'häufige fragen']),
  hint('release', '', ['(press|news) release', 'pressemitteilung']),
  hint('manuals', '', ['(user|operator|admin|owner)s? (manual|guide)', 'handbuch', 'manual']),
  hint('experience', '', [
    'use cases?',
    'user stor(y|ies)',
    'scenarios?',
    'journey',
    'storyboard',
    'walk ?through',
  ]),
  hint('feasibility', '', [
    'feasibility',
    'architecture',
    'tech(nical)? (approach|design|requirements|notes|details|specs?|stack)',
  ]),
  hint('plan', '', ['(launch|rollout|go to market) (plan|strategy|timeline)', 'milestones', 'roadmap']),
  hint('brief', 'measure', ['(success|key) (metrics|measures|criteria)', 'kpis?']),
  hint('release', 'customerQuote', [
    '(customer|user|client) (quotes?|testimonials?)',
    'customers (say|are saying)',
  ]),
  hint('release', 'leaderQuote', [
    '(executive|leader|leadership|company|ceo|spokesperson|founder)s? quotes?',
  ]),
  hint('release', 'gettingStarted', ['(get|getting) started', 'how … works', 'erste schritte']),
  hint('release', 'callToAction', [
    'call to action',
    '(learn|find out) more',
    'how to (buy|order|get)',
    'availability',
  ]),
  hint('internalFaq', '', [
    'risks?',
    'pricing model',
    'business model',
    'competition',
    'competitive',
    'competitors',
    'market size',
    'unit economics',
    'financials',
    'legal',
    'compliance',
    'dependencies',
    'assumptions',
    'budget',
    'money',
    'revenue',
  ]),
  hint('release', 'problem', ['problem', 'pain points?', 'challenge']),
  hint('release', 'solution', ['solution', 'benefits', 'lösung']),
  hint('release', 'problem', ['^why (we|it|this|now)', 'what is wrong', 'warum']),
  hint('release', 'solution', ['^what … (is|does)', '^what(s| is) new', '^introducing']),
  hint('release', 'customerQuote', ['^what (they|people|others|users|customers) (say|are saying|think)']),
  hint('release', 'callToAction', [
    '^where and when',
    '^when and where',
    '^how to (join|order|sign up)',
    '^where to',
  ]),
  hint('feasibility', '', [
    '^how (it|this|we) ((will be|would be|is|will|would) )?(built|build|implemented|made)',
    'under the hood',
  ]),
  hint('experience', '', ['(customer|user)s? (day|experience)', 'day in the life']),
];

/** What is laid at the end of a document and belongs to none of our parts. */
export const appendixTitle = anyPhrase([
  '^appendix',
  '^appendices',
  '^annex',
  '^attachments?',
  '^anhang',
  '^annexe',
  '^references',
  '^further reading',
  '^change ?log',
  '^open (points|issues|items)',
  '^offene punkte',
  '^revision history',
  '^document history',
  '^sources',
]);
