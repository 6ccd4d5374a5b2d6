import type { NarrativeContent } from '../narrative/narrativeDoc';
import { collectPromises, type ThreadPromise } from './collectPromises';
import { endKey } from './itemEnds';
import { type LooseEnd, looseEnds } from './looseEnds';
import type { ReleasePromise } from './releasePromise';
import { type ThreadColumn, type ThreadEnd, threadColumns } from './threadEnd';
import { collectEnds, type ThreadEnds } from './threadEnds';
import type { ThreadLink } from './threadLink';

/** A promise with everything that keeps it. */
export interface ThreadRow {
  promise: ThreadPromise;
  /** The linked ends that exist, in reading order. */
  chain: Record<ThreadColumn, ThreadEnd[]>;
  /** Columns without an end. */
  gaps: ThreadColumn[];
}

export interface Thread {
  /** One for each promise in the release, in reading order. */
  rows: ThreadRow[];
  /** Promises whose words were deleted from the release, with what was linked to them; by id. */
  gone: ThreadRow[];
  orphans: {
    /** Promises without a step, a screen or a how-to: nobody can do them yet. */
    promises: ThreadRow[];
    /** What nobody was promised; none before the first promise is marked. */
    ends: LooseEnd[];
  };
  /** Links whose end, or whose promise with its record, is gone; by id. */
  broken: ThreadLink[];
  /** Ids of the links that somebody said are none. */
  refused: ReadonlySet<string>;
  ends: ThreadEnds;
}

/** Follows every promise of the release to what keeps it. Total: any content can be read. */
export function readThread(content: NarrativeContent): Thread {
  const ends = collectEnds(content);
  const { promises, gone } = collectPromises(content);
  const said = Object.values(content.links);
  const links = said.filter(({ verdict }) => verdict === 'linked');
  const toRow = rowMaker(links, ends);
  const rows = promises.map(toRow);
  const goneRows = gone.map((record) => toRow(withoutWords(record)));
  const known = new Set([...rows, ...goneRows].map(({ promise }) => promise.id));
  return {
    rows,
    gone: goneRows,
    orphans: {
      promises: rows.filter(isUndoable),
      ends: known.size === 0 ? [] : looseEnds(new Set(rows.flatMap(chainOf).map(endKey)), ends),
    },
    broken: links
      .filter((link) => !known.has(link.promise) || !ends.byKey.has(keyOf(link)))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    refused: new Set(said.filter(({ verdict }) => verdict === 'refused').map(({ id }) => id)),
    ends,
  };
}

/** The end that a link leads to, as `ThreadEnds.byKey` names it. */
export const keyOf = ({ kind, end }: Pick<ThreadLink, 'kind' | 'end'>): string => endKey({ kind, id: end });

/** Every end of a row, column by column. */
export const chainOf = ({ chain }: ThreadRow): ThreadEnd[] =>
  threadColumns.flatMap((column) => chain[column]);

function rowMaker(
  links: readonly ThreadLink[],
  { byKey }: ThreadEnds,
): (promise: ThreadPromise) => ThreadRow {
  const order = new Map([...byKey.keys()].map((key, index) => [key, index]));
  const keys = new Map<string, string[]>();
  for (const link of links) keys.set(link.promise, [...(keys.get(link.promise) ?? []), keyOf(link)]);
  return (promise) => {
    const own = (keys.get(promise.id) ?? []).filter((key) => order.has(key));
    const ends = own
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .flatMap((key) => byKey.get(key) ?? []);
    const chain = Object.fromEntries(
      threadColumns.map((column) => [column, ends.filter((end) => end.column === column)]),
    ) as ThreadRow['chain'];
    return { promise, chain, gaps: threadColumns.filter((column) => chain[column].length === 0) };
  };
}

function withoutWords(record: ReleasePromise): ThreadPromise {
  const { id, section, words, isImportant } = record;
  return { id, section, words, isImportant, record };
}

const isUndoable = ({ chain }: ThreadRow): boolean =>
  chain.step.length + chain.screen.length + chain.howTo.length === 0;
