import { sectionTitle } from '../../../core/narrative/parts';
import type { ThreadPromise } from '../../../core/thread/collectPromises';
import type { ThreadRow } from '../../../core/thread/readThread';
import type { ThreadColumn, ThreadEnd } from '../../../core/thread/threadEnd';
import type { EndKind } from '../../../core/thread/threadLink';

/** What a promise has nothing of, by column. */
export const gapWords: Readonly<Record<ThreadColumn, string>> = {
  faq: 'A question that asks about it',
  step: 'A step that shows it',
  screen: 'A screen that does it',
  howTo: 'A how-to that explains it',
  metric: 'A number that proves it',
  evidence: 'Evidence that it is so',
};

/** What an end is called in a sentence. */
export const kindWords: Readonly<Record<EndKind, string>> = {
  faq: 'answer',
  step: 'step',
  screen: 'screen',
  howTo: 'how-to',
  evidence: 'source',
};

/** The words of a promise in quotation marks; those of a promise without words, too. */
export const quoteOf = ({ words }: Pick<ThreadPromise, 'words'>): string =>
  words === '' ? 'Words of the release' : `“${words}”`;

/** Where a promise stands in the release. */
export const placeOf = ({ section }: Pick<ThreadPromise, 'section'>): string =>
  section === '' ? 'Press release' : sectionTitle('release', section);

/** How many promises come true at an end, as a sentence. */
export function keepsWords({ kind, words }: Pick<ThreadEnd, 'kind' | 'words'>, count: number): string {
  if (count === 0) return `No promise of the release leads to this ${kindWords[kind]} yet.`;
  const promises =
    count === 1 ? 'one promise of the release comes' : `${inWords(count)} promises of the release come`;
  return `“${words}” is where ${promises} true.`;
}

/** Whether a promise leads to something that a customer can do. */
export function leadsWords({ chain }: ThreadRow): string {
  const places = chain.step.length + chain.screen.length + chain.howTo.length;
  if (places === 0) return 'Promised, but nobody can do it yet.';
  return places === 1
    ? 'A customer can do it in one place.'
    : `A customer can do it in ${inWords(places)} places.`;
}

/** Which words a promise and an end share: “films”, “machine” and “plate”. */
export function sharedWords(shared: readonly string[]): string {
  const quoted = shared.map((word) => `“${word}”`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const inWords = (count: number): string => small[count] ?? String(count);
