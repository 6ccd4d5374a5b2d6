import { useMemo } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { createStatedFactsReader, type StatedFacts } from '../../../core/review/modelCheck/statedFacts';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { useOperation } from '../../client/useOperation';
import type { OpenSession } from '../../editor/session/openSession';

interface StatedSetup {
  session: OpenSession;
  records: readonly ReviewRecord[];
  present: { version: string; content: NarrativeContent };
}

/** What the text says to the questions of the shared-model check, by version. */
export function useStatedFacts({ present }: StatedSetup): ReadonlyMap<string, StatedFacts> {
  const data = useOperation('coach.read', {}).data?.data;
  const read = useMemo(() => data && createStatedFactsReader(data), [data]);
  const { version, content } = present;
  return useMemo(
    () => new Map(read ? [[version, read(content, new Date().toISOString().slice(0, 10))]] : []),
    [read, version, content],
  );
}
