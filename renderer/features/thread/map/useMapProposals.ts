import { startTransition, useEffect, useState } from 'react';
import { endKey } from '../../../../core/thread/itemEnds';
import { createProposer } from '../../../../core/thread/proposeLinks';
import type { Thread, ThreadRow } from '../../../../core/thread/readThread';
import type { ThreadColumn, ThreadEnd } from '../../../../core/thread/threadEnd';
import { threadLinkId } from '../../../../core/thread/threadLink';
import { createTermReader } from '../../../../core/thread/threadTerms';

/** What perhaps keeps a promise in the columns where nothing does yet. */
export type RowProposals = Partial<Record<ThreadColumn, ThreadEnd>>;

/** Rest after a change before anything is compared, and rows that are compared without a break. */
const restMs = 400;
const rowsAtOnce = 10;
/** So many are looked at, since the best may all be of one kind. */
const lookedAt = 12;

const none: ReadonlyMap<string, RowProposals> = new Map();

/** Proposals for the gaps of the map by promise, found by shared words a while after it is drawn. */
export function useMapProposals(
  thread: Thread,
  { language, isDrawn }: { language: string; isDrawn: boolean },
): ReadonlyMap<string, RowProposals> {
  const [found, setFound] = useState({ thread, proposals: none });
  useEffect(() => {
    if (!isDrawn) return;
    let timer = setTimeout(begin, restMs);
    return () => clearTimeout(timer);

    function begin(): void {
      const propose = gapProposer(thread, language);
      const proposals = new Map<string, RowProposals>();
      const goOn = (from: number) => {
        for (const row of thread.rows.slice(from, from + rowsAtOnce)) {
          proposals.set(row.promise.id, propose(row));
        }
        if (from + rowsAtOnce < thread.rows.length) timer = setTimeout(goOn, 0, from + rowsAtOnce);
        else startTransition(() => setFound({ thread, proposals }));
      };
      goOn(0);
    }
  }, [thread, language, isDrawn]);
  return found.thread === thread ? found.proposals : none;
}

function gapProposer(thread: Thread, language: string): (row: ThreadRow) => RowProposals {
  const proposer = createProposer(thread.ends.list, createTermReader(language));
  return ({ promise, chain, gaps }) => {
    const linked = new Set(Object.values(chain).flat().map(endKey));
    const proposals: RowProposals = {};
    for (const { end } of proposer.propose(promise.words, linked, lookedAt)) {
      const isRefused = thread.refused.has(
        threadLinkId({ promise: promise.id, kind: end.kind, end: end.id }),
      );
      if (!isRefused && gaps.includes(end.column)) proposals[end.column] ??= end;
    }
    return proposals;
  };
}
