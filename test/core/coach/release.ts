import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';
import { paragraph, withPart, withSection } from '../check/narratives';

export const today = '2026-12-01';

/** A release about which no check has a question, apart from what the whole narrative lacks. */
export const soundRelease: Readonly<Record<string, string>> = {
  heading: 'Osterby launches Fairmend, a fixed repair price before anyone rings the bell',
  subheading: 'Households in Leeds film a broken appliance and know within two hours what the repair costs.',
  dateline: 'Leeds, 14 September 2027',
  summary: [
    'Osterby today opened Fairmend, a service for households whose washing machine has just stopped.',
    'They film the fault and receive one fixed price from a repairer nearby.',
  ].join(' '),
  problem: [
    'When a washing machine stops, a household in Leeds waits for someone to look at it.',
    'In price lists of eleven repairers from October 2026, the visit alone cost £68.',
    'So people do not ask: they buy.',
    'On one Saturday in June 2026, 24 of 40 machines at the tip needed a small part.',
  ].join(' '),
  solution: [
    'With Fairmend the price comes first.',
    'The customer films the machine and answers three questions.',
    'A repairer who has mended that model names one price.',
    'Until now the choice was a call-out fee or a guess from a forum.',
  ].join(' '),
  leaderQuote: [
    '“We kept hearing the same sentence at the counter,” said Ines Halloran, who leads home services at',
    'Osterby.',
    '“So we start with the price.”',
  ].join(' '),
  gettingStarted: 'Open fairmend.example on a phone, film the fault and choose a day.',
  customerQuote: [
    '“My oven gave up on a Thursday and my mother was coming on Saturday,” said Tomasz Birch, a bus',
    'driver from Armley.',
    '“It was on again by Friday night.”',
  ].join(' '),
  callToAction: 'Fairmend is open in Leeds from today at fairmend.example.',
};

/** The sound release with some sections written otherwise; a section set to '' is empty. */
export function release(changes: Readonly<Record<string, string>> = {}): NarrativeContent {
  let content = withSection(
    emptyContent(),
    { part: 'brief', section: 'measure' },
    paragraph('We count repairs.'),
  );
  for (const [section, text] of Object.entries({ ...soundRelease, ...changes })) {
    const blocks = text.split('\n').map((line) => paragraph(line));
    content = withSection(content, { part: 'release', section }, ...blocks);
  }
  return content;
}

/** The sound release with more words at the end of one section. */
export const adding = (section: string, words: string): NarrativeContent =>
  release({ [section]: `${soundRelease[section] ?? ''} ${words}`.trim() });

/** A sound release with questions and answers in one FAQ. */
export function withFaq(
  part: PartKey,
  ...items: (readonly [question: string, answer: string])[]
): NarrativeContent {
  const nodes = items.map(
    ([question, answer], index): RichNode => ({
      type: 'faqItem',
      attrs: { id: `q${index}`, state: 'answered' },
      content: [{ type: 'faqQuestion', content: [{ type: 'text', text: question }] }, paragraph(answer)],
    }),
  );
  return withPart(release(), part, nodes);
}
