import type { PartKey } from '../../../narrative/parts';

interface TitleHint {
  /** Looked for in a title in lower case without punctuation. */
  words: RegExp;
  part: PartKey;
  section: string;
}

/** Words within a title of the author's own that tell where it belongs; the first that fits is taken. */
export const titleHints: readonly TitleHint[] = [
  {
    words:
      /\b(?:we (?:will|may|might|expect to) be asked|ourselves|asked by (?:the )?(?:board|leadership|management|investors)|(?:internal|stakeholder|leadership|executive|board|business)s? questions|questions (?:from|for|by) (?:the )?(?:board|leadership|management|investors|stakeholders))\b/,
    part: 'internalFaq',
    section: '',
  },
  {
    words:
      /\b(?:people|customers|users|they|readers|outsiders|outside)\b.*\bask\b|\bquestions? (?:we|you|people|from|and|for)\b|\b(?:common|likely|expected|open to all) questions\b|^things people ask/,
    part: 'customerFaq',
    section: '',
  },
  {
    words: /\b(?:internal|stakeholder|leadership|business|interne?)\b.*\b(?:faqs?|questions|fragen)\b/,
    part: 'internalFaq',
    section: '',
  },
  { words: /\b(?:faqs?|frequently asked|q and a|häufige fragen)\b/, part: 'customerFaq', section: '' },
  { words: /\b(?:press|news) release\b|\bpressemitteilung\b/, part: 'release', section: '' },
  {
    words: /\b(?:user|operator|admin|owner)s? (?:manual|guide)\b|\bhandbuch\b|\bmanual\b/,
    part: 'manuals',
    section: '',
  },
  {
    words: /\b(?:use cases?|user stor(?:y|ies)|scenarios?|journey|storyboard|walk ?through)\b/,
    part: 'experience',
    section: '',
  },
  {
    words:
      /\b(?:feasibility|architecture|tech(?:nical)? (?:approach|design|requirements|notes|details|specs?|stack))\b/,
    part: 'feasibility',
    section: '',
  },
  {
    words: /\b(?:launch|rollout|go to market) (?:plan|strategy|timeline)\b|\b(?:milestones|roadmap)\b/,
    part: 'plan',
    section: '',
  },
  { words: /\b(?:success|key) (?:metrics|measures|criteria)\b|\bkpis?\b/, part: 'brief', section: 'measure' },
  {
    words: /\b(?:customer|user|client) (?:quotes?|testimonials?)\b|\bcustomers (?:say|are saying)\b/,
    part: 'release',
    section: 'customerQuote',
  },
  {
    words: /\b(?:executive|leader|leadership|company|ceo|spokesperson|founder)s? quotes?\b/,
    part: 'release',
    section: 'leaderQuote',
  },
  {
    words: /\b(?:get|getting) started\b|\bhow (?:it|\S+) works\b|\berste schritte\b/,
    part: 'release',
    section: 'gettingStarted',
  },
  {
    words: /\bcall to action\b|\b(?:learn|find out) more\b|\bhow to (?:buy|order|get)\b|\bavailability\b/,
    part: 'release',
    section: 'callToAction',
  },
  {
    words:
      /\b(?:risks?|pricing model|business model|competition|competitive|competitors|market size|unit economics|financials|legal|compliance|dependencies|assumptions|budget|money|revenue)\b/,
    part: 'internalFaq',
    section: '',
  },
  { words: /\bproblem\b|\bpain points?\b|\bchallenge\b/, part: 'release', section: 'problem' },
  { words: /\bsolution\b|\bbenefits\b|\blösung\b/, part: 'release', section: 'solution' },
  { words: /^why (?:we|it|this|now)\b|\bwhat is wrong\b|\bwarum\b/, part: 'release', section: 'problem' },
  {
    words: /^what (?:it|\S+) (?:is|does)\b|^what(?:s| is) new\b|^introducing\b/,
    part: 'release',
    section: 'solution',
  },
  {
    words: /^what (?:they|people|others|users|customers) (?:say|are saying|think)\b/,
    part: 'release',
    section: 'customerQuote',
  },
  {
    words: /^where and when\b|^when and where\b|^how to (?:join|order|sign up)\b|^where to\b/,
    part: 'release',
    section: 'callToAction',
  },
  {
    words:
      /^how (?:it|this|we) (?:will be|would be|is|will|would)? ?(?:built|build|implemented|made)\b|\bunder the hood\b/,
    part: 'feasibility',
    section: '',
  },
  {
    words: /\b(?:customer|user)s? (?:day|experience)\b|\bday in the life\b/,
    part: 'experience',
    section: '',
  },
];

/** What is laid at the end of a document and belongs to none of our parts. */
export const appendixTitle =
  /^(?:appendix|appendices|annex|attachments?|anhang|annexe|references|further reading|change ?log|open (?:points|issues|items)|offene punkte|revision history|document history|sources)\b/;
