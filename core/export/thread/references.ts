import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { type PartKey, partDefinitions } from '../../narrative/parts';
import { isBlank } from '../../narrative/plainText';
import { type RichMark, type RichNode, stringAttr } from '../../narrative/richText';
import { readThread as readWholeThread, type Thread, type ThreadRow } from '../../thread/readThread';
import { type ThreadEnd, threadColumns } from '../../thread/threadEnd';
import { isWhole } from '../chosenRecords';
import type { ExportDocument } from '../exportDocument';
import { chosenParts, showsThread } from '../prepareParts';
import { anchorName } from './anchors';

/** Short links that stand behind the words of a promise; none for one that is not followed. */
export type ReferencesOf = (promise: string) => RichNode[];

/** How many ends are named beside the text; the appendix has them all. */
const shownEnds = 4;

/** The thread as an export tells of it; null where it is not to be told, or has nothing to tell. */
export function exportedThread(document: ExportDocument): Thread | null {
  // Promises are words of the release.
  if (!showsThread(document) || !chosenParts(document).includes('release')) return null;
  const thread = readWholeThread(
    document.options.evidence ? document.content : withoutSources(document.content),
  );
  const { rows, gone, broken } = thread;
  if (rows.length + gone.length + broken.length === 0) return null;
  return isWhole(document) ? thread : withinParts(thread, chosenParts(document));
}

/** Tells of ends in parts that are left out only that there are some: their words are not for this reader. */
function withinParts(thread: Thread, chosen: readonly PartKey[]): Thread {
  const isHere = ({ place }: { place: { part: PartKey } }) => chosen.includes(place.part);
  const hide = (end: ThreadEnd): ThreadEnd =>
    end.kind === 'evidence' || isHere(end)
      ? end
      : { ...end, words: `${partDefinitions[end.place.part].title}, left out here` };
  const within = (row: ThreadRow): ThreadRow => {
    const columns = threadColumns.map((column) => [column, row.chain[column].map(hide)]);
    return { ...row, chain: Object.fromEntries(columns) as ThreadRow['chain'] };
  };
  return {
    ...thread,
    rows: thread.rows.map(within),
    gone: thread.gone.map(within),
    orphans: {
      promises: thread.orphans.promises.map(within),
      // A screen that stands nowhere is in none of the parts.
      ends: thread.orphans.ends.filter((end) => isHere(end) && end.place.section !== ''),
    },
    broken: thread.broken.filter((link) => link.kind === 'evidence' || isHere(link)),
  };
}

/** Whoever leaves the sources out wants none in the appendix either. */
function withoutSources(content: NarrativeContent): NarrativeContent {
  const links = Object.entries(content.links).filter(([, { kind }]) => kind !== 'evidence');
  return { ...content, evidence: {}, links: Object.fromEntries(links) };
}

/** What stands behind promised words: their number in the appendix, then what keeps them. */
export function createReferences(document: ExportDocument, thread: Thread | null): ReferencesOf {
  if (!thread) return () => [];
  const numbers = itemNumbers(document);
  const parts = chosenParts(document);
  const told = new Map(thread.rows.map((row, index) => [row.promise.id, referencesOf(row, index)]));
  return (promise) => told.get(promise) ?? [];

  function referencesOf({ promise, chain }: ThreadRow, index: number): RichNode[] {
    const ends = [...chain.faq, ...chain.step, ...chain.screen, ...chain.howTo];
    const near = ends.filter(({ place }) => parts.includes(place.part)).slice(0, shownEnds);
    return [
      reference(`\u00a0${promiseName(index)}`, anchorName('row', promise.id)),
      ...near.map((end) => reference(` · ${nameOf(end, numbers)}`, anchorName(end.kind, end.id))),
    ];
  }
}

/** What a promise is called in an export: P1 for the first of the release. */
export const promiseName = (index: number): string => `P${index + 1}`;

/** True for the link of a reference, which is set small. */
export const isReference = (mark: RichMark<string>): boolean =>
  mark.type === 'link' && mark.attrs?.isReference === true;

function reference(text: string, anchor: string): RichNode {
  return {
    type: 'text',
    text,
    marks: [{ type: 'link', attrs: { href: `#${anchor}`, isReference: true } }],
  };
}

function nameOf({ kind, id, place }: ThreadEnd, numbers: ReadonlyMap<string, number>): string {
  const number = numbers.get(anchorName(kind, id));
  if (kind === 'faq') {
    const name = place.part === 'internalFaq' ? 'internal question' : 'question';
    return number ? `${name} ${number}` : name;
  }
  if (kind === 'step') return number ? `step ${number}` : 'step';
  return kind === 'screen' ? 'screen' : 'how-to';
}

const numberedParts: readonly PartKey[] = ['customerFaq', 'internalFaq', 'experience'];

/** Numbers of questions within their FAQ and of steps within their story, as readers count them. */
function itemNumbers({ content }: ExportDocument): Map<string, number> {
  const numbers = new Map<string, number>();
  const count = (nodes: readonly RichNode[] | undefined, type: 'faqItem' | 'step') => {
    const shown = (nodes ?? []).filter((node) => node.type === type && !isBlank(node));
    shown.forEach((node, index) => {
      const name = anchorName(type === 'faqItem' ? 'faq' : 'step', stringAttr(node, 'id'));
      if (!numbers.has(name)) numbers.set(name, index + 1);
    });
  };
  for (const part of numberedParts) {
    const items = content.parts[part].content;
    count(items, 'faqItem');
    for (const item of items ?? []) count(item.content, 'step');
  }
  return numbers;
}
