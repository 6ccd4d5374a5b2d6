import { printable } from '../../import/printable';
import { partDefinitions } from '../../narrative/parts';
import type { RichDoc, RichNode } from '../../narrative/richText';
import type { LooseEnd } from '../../thread/looseEnds';
import type { Thread, ThreadRow } from '../../thread/readThread';
import type { ThreadColumn, ThreadEnd } from '../../thread/threadEnd';
import type { EndKind, ThreadLink } from '../../thread/threadLink';
import { type AnchorKind, anchorName } from './anchors';
import { promiseName } from './references';

/** What the appendix is called. */
export const threadTitle = 'Golden thread';

/** Columns of the table beside the promise: several of the map's in one, so that a page holds them. */
const columns: readonly { title: string; of: readonly ThreadColumn[] }[] = [
  { title: 'Answered in', of: ['faq'] },
  { title: 'Done in', of: ['step', 'screen'] },
  { title: 'Explained in', of: ['howTo'] },
  { title: 'Proved by', of: ['metric', 'evidence'] },
];

/** Every promise and what keeps it, as a table; then what is loose on either side, and what is gone. */
export function threadAppendix(thread: Thread): RichDoc {
  const content = [
    ...(thread.rows.length === 0 ? [] : [tableOf(thread.rows)]),
    ...listUnder('Promised, but nobody can do it yet', thread.orphans.promises.map(promiseLine)),
    ...listUnder('There, but nobody was promised it', thread.orphans.ends.map(looseLine)),
    ...listUnder(
      'Promises whose words are gone from the release',
      thread.gone.map(({ promise }) => [plain(`“${promise.words}”`)]),
    ),
    ...listUnder(
      'Ends that are gone',
      thread.broken.map((link) => brokenLine(link, thread)),
    ),
  ];
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

function tableOf(rows: readonly ThreadRow[]): RichNode {
  const head = ['Promised', ...columns.map(({ title }) => title)];
  return {
    type: 'table',
    content: [
      { type: 'tableRow', content: head.map((title) => cell('tableHeader', [[plain(title)]])) },
      ...rows.map((row, index): RichNode => {
        const name = { anchor: anchorName('row', row.promise.id) };
        const first = {
          ...plain(promiseName(index)),
          marks: [{ type: 'promise' as const, attrs: name }, { type: 'bold' as const }],
        };
        const words = linked(row.promise.words, 'promise', row.promise.id);
        const promise = cell('tableCell', [[first, plain(' '), words]]);
        return { type: 'tableRow', content: [promise, ...columns.map(({ of }) => endsCell(row, of))] };
      }),
    ],
  };
}

function endsCell({ chain }: ThreadRow, of: readonly ThreadColumn[]): RichNode {
  const ends = of.flatMap((column) => chain[column]);
  return cell('tableCell', ends.length === 0 ? [[plain('nothing yet')]] : ends.map(endLine));
}

const endLine = ({ kind, id, words }: ThreadEnd): RichNode[] => [linked(words, kind, id)];

const promiseLine = ({ promise }: ThreadRow): RichNode[] => [linked(promise.words, 'promise', promise.id)];

const looseNames: Readonly<Record<LooseEnd['kind'], string>> = {
  useCase: 'Use case',
  screen: 'Screen',
  howTo: 'How-to',
};

const looseLine = ({ kind, id, words }: LooseEnd): RichNode[] => [
  plain(`${looseNames[kind]}: `),
  linked(words, kind, id),
];

const endNames: Readonly<Record<EndKind, string>> = {
  faq: 'question',
  step: 'step',
  screen: 'screen',
  howTo: 'how-to',
  evidence: 'source card',
};

function brokenLine({ kind, words, place, promise }: ThreadLink, { rows, gone }: Thread): RichNode[] {
  const kept = [...rows, ...gone].find((row) => row.promise.id === promise)?.promise.words;
  const end = plain(
    `The ${endNames[kind]} “${words || 'without words'}” (${partDefinitions[place.part].title})`,
  );
  return kept === undefined ? [end] : [end, plain(` for “${kept}”`)];
}

function listUnder(title: string, lines: readonly RichNode[][]): RichNode[] {
  if (lines.length === 0) return [];
  const items = lines.map((line): RichNode => ({ type: 'listItem', content: [paragraph(line)] }));
  return [
    { type: 'heading', attrs: { level: 2 }, content: [plain(title)] },
    { type: 'bulletList', content: items },
  ];
}

const paragraph = (content: RichNode[]): RichNode => ({ type: 'paragraph', content });

const cell = (type: 'tableHeader' | 'tableCell', lines: readonly RichNode[][]): RichNode => ({
  type,
  content: lines.map(paragraph),
});

const plain = (text: string): RichNode => ({ type: 'text', text: inALine(text) });

/** Words that lead to where they stand; formats with pages say on which. */
const linked = (words: string, kind: AnchorKind, id: string): RichNode => ({
  ...plain(words === '' ? 'without words' : words),
  marks: [{ type: 'link', attrs: { href: `#${anchorName(kind, id)}`, saysPage: true } }],
});

const inALine = (text: string): string => printable(text).replaceAll(/\s+/g, ' ');
