import {
  createNarrativeDoc,
  decodeNarrativeDoc,
  emptyContent,
  encodeNarrativeDoc,
  partFragment,
} from '../core/narrative/narrativeDoc';
import type { RichDoc } from '../core/narrative/richText';
import type { Anchor } from '../core/review/anchor';
import { compareParts } from '../core/review/compareParts';
import { createAnchor } from '../core/review/createAnchor';
import { findChange } from '../core/review/findChange';
import { partNode } from '../core/review/partNode';
import { positionAt } from '../core/review/partText';
import { placeAnchor } from '../core/review/placeAnchor';
import { readPartText } from '../core/review/readPartText';
import { compareText } from '../core/review/versions/compareText';
import { restorePart } from '../core/review/versions/restorePart';
import { paragraphs, randomFrom } from './prose';
import type { Table } from './report';
import { median, ms } from './statistics';

const pages = 100;
const threads = 200;

const docOf = (lines: readonly string[]): RichDoc => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

/** One line in four has other words, one in ten is new, one in ten is gone. */
function revised(lines: readonly string[]): string[] {
  const random = randomFrom(2);
  return lines.flatMap((line) => {
    const chance = random();
    if (chance < 0.25) return [line.replace(/ the /gu, ' this ')];
    if (chance < 0.35) return [line, `After that, ${line}`];
    return chance < 0.45 ? [] : [line];
  });
}

/** The document as it is after it was opened. */
function opened(doc: RichDoc) {
  const content = { ...emptyContent(), parts: { ...emptyContent().parts, plan: doc } };
  return partFragment(decodeNarrativeDoc(encodeNarrativeDoc(createNarrativeDoc(content))), 'plan');
}

function measure(rounds: number, job: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    job();
    return performance.now() - started;
  });
  return median(times);
}

/** What a review costs a long narrative: placing threads, drawing suggestions, comparing two versions. */
export async function benchReview({ short }: { short: boolean }): Promise<Table> {
  const rounds = short ? 5 : 25;
  const lines = paragraphs(pages);
  const [was, now] = [docOf(lines), docOf(revised(lines))];
  const fragment = opened(was);
  const text = readPartText(fragment);
  const random = randomFrom(3);
  const anchors = Array.from({ length: threads }, () => {
    const start = Math.floor(random() * (text.text.length - 100));
    const range = { from: positionAt(text, start), to: positionAt(text, start + 40) };
    return createAnchor(text, 'plan', range);
  });
  const place = (placed: readonly Anchor[], state: string) => () => {
    const current = readPartText(fragment);
    const found = placed.filter((anchor) => placeAnchor(current, anchor).state === state);
    if (found.length < placed.length) throw new Error(`only ${found.length} are ${state}`);
  };
  const withoutIds = anchors.map((anchor) => ({ ...anchor, from: null, to: null }));
  const nowhere = withoutIds.map((anchor) => ({ ...anchor, quote: `${anchor.quote} never said` }));
  const changes = compareParts('plan', fragment, now);
  const node = partNode('plan', fragment);
  const suggested = changes.slice(0, threads);
  const { doc } = opened(was);
  const restore = () => {
    if (!doc) throw new Error('the text is in no document');
    for (const version of [now, was]) doc.transact(() => restorePart(doc, 'plan', version));
  };
  return {
    title: 'Review',
    note: `Medians of ${rounds} rounds in Node, on ${pages} pages in one part; reading its text anew is part of each placing. Goals: ${threads} threads placed in at most 20 ms, two versions compared in at most 300 ms.`,
    head: ['what', 'time'],
    rows: [
      [`${threads} threads placed by their characters`, ms(measure(rounds, place(anchors, 'exact')))],
      [`${threads} threads placed by their words alone`, ms(measure(rounds, place(withoutIds, 'found')))],
      [`${threads} threads on text that is gone`, ms(measure(rounds, place(nowhere, 'orphan')))],
      [
        `two versions compared, ${changes.length} changes`,
        ms(measure(rounds, () => void compareParts('plan', was, now))),
      ],
      [
        'the same two compared for people, with what moved',
        ms(measure(rounds, () => void compareText('plan', was, now))),
      ],
      ['the earlier one restored, there and back', ms(measure(rounds, restore))],
      [
        `${suggested.length} suggestions found in the text`,
        ms(measure(rounds, () => suggested.forEach((change) => void findChange(node, text, change)))),
      ],
    ],
  };
}
