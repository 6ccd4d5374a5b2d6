import fc from 'fast-check';
import type { ExportReview } from '../../../../core/export/exportDocument';
import { blocksAround, inlinesBetween, isTextblock } from '../../../../core/export/review/blockPlaces';
import {
  createNarrativeDoc,
  encodeNarrativeDoc,
  type NarrativeContent,
} from '../../../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../../../core/narrative/parts';
import type { RichNode } from '../../../../core/narrative/richText';
import type { Anchor } from '../../../../core/review/anchor';
import { createAnchor, createItemAnchor } from '../../../../core/review/createAnchor';
import type { PartText } from '../../../../core/review/partText';
import { readDocText } from '../../../../core/review/readPartText';
import type { ReviewRecord } from '../../../../core/review/reviewRecord';
import type { TextChange } from '../../../../core/review/textChange';
import { anyText } from '../narrativeArbitrary';

/** A place in a narrative, as shares of what is there, so that it can be chosen before the narrative is known. */
interface Place {
  part: PartKey;
  line: number;
  from: number;
  to: number;
  kind: 'words' | 'item' | 'gone';
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const place: fc.Arbitrary<Place> = fc.record({
  part: fc.constantFrom(...partKeys),
  line: share,
  from: share,
  to: share,
  kind: fc.constantFrom('words', 'words', 'words', 'item', 'gone'),
});

const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)];

function anchorAt(text: PartText, { part, line, from, to, kind }: Place): Anchor {
  const chosen = pick(text.lines, line);
  const offset = (at: number) => (chosen?.from ?? 0) + Math.floor(at * ((chosen?.length ?? 0) + 1));
  const [start, end] = [Math.min(offset(from), offset(to)), Math.max(offset(from), offset(to))];
  const anchor = createAnchor(text, part, { from: start, to: end });
  const item = kind === 'item' ? pick(text.items, line) : undefined;
  if (item) return createItemAnchor(text, part, item.id) ?? anchor;
  return kind === 'gone' ? { ...anchor, quote: 'words that are \u0000 gone', before: '', after: '' } : anchor;
}

interface Said {
  place: Place;
  kind: ReviewRecord['kind'] | TextChange['kind'];
  words: string;
  by: string;
  about: number;
  isResolved: boolean;
}

const said: fc.Arbitrary<Said> = fc.record({
  place,
  kind: fc.constantFrom(
    'comment',
    'comment',
    'reply',
    'resolution',
    'words',
    'words',
    'insert',
    'delete',
    'replace',
  ),
  words: anyText,
  by: fc.constantFrom('', 'Ines Halloran', '<b>&"'),
  about: share,
  isResolved: fc.boolean(),
});

/** What anybody may say about any narrative; `reviewOf` makes records of it. */
export const anyRemarks: fc.Arbitrary<Said[]> = fc.array(said, { minLength: 1, maxLength: 8 });

/** The records of what was said, about this narrative. */
export function reviewOf(content: NarrativeContent, all: readonly Said[]): ExportReview {
  const doc = createNarrativeDoc(structuredClone(content));
  const records: ReviewRecord[] = [];
  all.forEach((one, index) => {
    const at = new Date(Date.UTC(2026, 10, 24, 9, index)).toISOString();
    const common = { id: `r${index}`, at, by: one.by, origin: { kind: 'here' as const, file: '' } };
    const thread = pick(records, one.about)?.id ?? 'unknown';
    const part = content.parts[one.place.part];
    const anchor = anchorAt(readDocText(part), one.place);
    if (one.kind === 'comment') records.push({ ...common, kind: 'comment', anchor, text: one.words });
    else if (one.kind === 'reply') records.push({ ...common, kind: 'reply', thread, text: one.words });
    else if (one.kind === 'resolution')
      records.push({ ...common, kind: 'resolution', thread, isResolved: one.isResolved });
    else if (one.kind !== 'suggestion')
      records.push({ ...common, kind: 'suggestion', anchor, change: changeAt(part, one) });
  });
  return { records, update: encodeNarrativeDoc(doc) };
}

function changeAt(part: RichNode, { kind, words, place: at }: Said): TextChange {
  const text = readDocText({ type: 'doc', content: part.content ?? [] });
  const line = pick(text.lines, at.line);
  const block = blocksAround(part, line?.from ?? 0).at(-1);
  const now: RichNode[] = [{ type: 'paragraph', content: [{ type: 'text', text: words }] }];
  if (kind === 'insert') return { kind, side: at.from < 0.5 ? 'before' : 'after', now };
  if (kind === 'delete') return { kind, was: block ? [block.node] : [] };
  if (kind === 'replace') return { kind, was: block ? [block.node] : [], now };
  const [from, to] = [at.from, at.to]
    .map((one) => Math.floor(one * ((line?.length ?? 0) + 1)))
    .sort((a, b) => a - b);
  const was = block && isTextblock(block.node) ? inlinesBetween(block.node, from ?? 0, to ?? 0) : [];
  return { kind: 'words', was, now: [{ type: 'text', text: words }] };
}
