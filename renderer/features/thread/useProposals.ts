import { startTransition, useEffect, useMemo, useState } from 'react';
import { keptBy } from '../../../core/thread/keptBy';
import { createProposer, type Proposal } from '../../../core/thread/proposeLinks';
import { chainOf, type Thread, type ThreadRow } from '../../../core/thread/readThread';
import type { ThreadEnd } from '../../../core/thread/threadEnd';
import { threadLinkId } from '../../../core/thread/threadLink';
import { createTermReader, type TermReader } from '../../../core/thread/threadTerms';
import { knotKey } from './Chain';
import type { PromiseProposal } from './KeptHere';

export interface ShownProposals {
  /** Ends for the promise at the caret. */
  ends: readonly Proposal[];
  /** Promises for the end at the caret. */
  promises: readonly PromiseProposal[];
}

interface ProposalSetup {
  thread: Thread;
  language: string;
}

const none: ShownProposals = { ends: [], promises: [] };
const shownAtMost = 3;

/** What shares words with the place of the caret; looked for when the window has nothing else to do. */
export function useProposals(
  { thread, language }: ProposalSetup,
  { row, end }: { row: ThreadRow | undefined; end: ThreadEnd | undefined },
): ShownProposals {
  const readTerms = useMemo(() => createTermReader(language), [language]);
  const [found, setFound] = useState({ for: '', proposals: none });
  const place = row ? row.promise.id : end ? knotKey(end) : '';
  useEffect(() => {
    const look = () => {
      const proposals = propose({ thread, readTerms, row, end });
      startTransition(() => setFound({ for: place, proposals }));
    };
    return whenIdle(look);
  }, [thread, readTerms, row, end, place]);
  return found.for === place ? unsettled(found.proposals, { thread, row, end }) : none;
}

/** Without what was linked or refused since they were looked for: a card goes with the click that settles it. */
function unsettled(
  { ends, promises }: ShownProposals,
  { thread, row, end }: Pick<Search, 'thread' | 'row' | 'end'>,
): ShownProposals {
  const linked = row ? chainOf(row).map(knotKey) : [];
  const kept = end ? keptBy(thread, knotKey(end)).map(({ promise }) => promise.id) : [];
  return {
    ends: ends.filter(
      (known) => !linked.includes(knotKey(known.end)) && !isRefused(thread, row?.promise.id ?? '', known.end),
    ),
    promises: promises.filter(
      ({ row: { promise }, proposal }) =>
        !kept.includes(promise.id) && !isRefused(thread, promise.id, proposal.end),
    ),
  };
}

interface Search extends Omit<ProposalSetup, 'language'> {
  readTerms: TermReader;
  row: ThreadRow | undefined;
  end: ThreadEnd | undefined;
}

function propose({ thread, readTerms, row, end }: Search): ShownProposals {
  const proposer = createProposer(thread.ends.list, readTerms);
  if (row) {
    const { id, words } = row.promise;
    const settled = thread.ends.list.filter((other) => isRefused(thread, id, other));
    const known = new Set([...chainOf(row), ...settled].map(knotKey));
    return { ends: proposer.propose(words, known, shownAtMost), promises: [] };
  }
  if (!end || end.isBlank) return none;
  const kept = keptBy(thread, knotKey(end));
  const promises = thread.rows
    .filter((other) => !kept.includes(other) && !isRefused(thread, other.promise.id, end))
    .flatMap((other) => {
      const proposal = proposer.compare(other.promise.words, end);
      return proposal ? [{ row: other, proposal }] : [];
    })
    .sort((a, b) => b.proposal.score - a.proposal.score);
  return { ends: [], promises: promises.slice(0, shownAtMost) };
}

function isRefused({ refused }: Thread, promise: string, end: ThreadEnd): boolean {
  return refused.has(threadLinkId({ promise, kind: end.kind, end: end.id }));
}

const longestWaitMs = 2000;

/** Safari has no idle callbacks; a task of its own comes near. Returns what calls it off. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: longestWaitMs });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(run, 0);
  return () => clearTimeout(timer);
}
