import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Output } from '../../../core/api/contract';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { createStatedFactsReader, type StatedFacts } from '../../../core/review/modelCheck/statedFacts';
import { byTime } from '../../../core/review/readThreads';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { useConnection } from '../../client/ConnectionProvider';
import { useOperation } from '../../client/useOperation';
import { localDay } from '../../ui/dates';

interface StatedSetup {
  id: NarrativeId;
  records: readonly ReviewRecord[];
  present: { version: string; content: NarrativeContent };
}

/** Most earlier versions whose text is read. */
const mostEarlier = 8;

/** What the text says to the questions of the shared-model check, by version, for every version that is still kept. */
export function useStatedFacts({ id, records, present }: StatedSetup): ReadonlyMap<string, StatedFacts> {
  const data = useOperation('coach.read', {}).data?.data;
  const read = useMemo(() => data && createStatedFactsReader(data), [data]);
  const earlier = useEarlierTexts({ id, records, present });
  return useMemo(() => {
    const texts = new Map([...earlier, [present.version, present.content] as const]);
    const today = localDay(new Date());
    return new Map(read ? [...texts].map(([version, content]) => [version, read(content, today)]) : []);
  }, [read, earlier, present.version, present.content]);
}

/** The texts of earlier versions that somebody answered about; only those that are kept are asked for. */
function useEarlierTexts({ id, records, present }: StatedSetup): ReadonlyMap<string, NarrativeContent> {
  const { call } = useConnection();
  const kept = useOperation('versions.list', { id }).data;
  const asked = useMemo(() => {
    const answered = records.filter((record) => record.kind === 'modelAnswers').sort(byTime);
    const versions = new Set(answered.map(({ version }) => version).reverse());
    versions.delete(present.version);
    const known = new Set((kept ?? []).map(({ version }) => version));
    return [...known].filter((version) => versions.has(version)).slice(0, mostEarlier);
  }, [records, kept, present.version]);
  // The same function while the same is asked for, or the map would be another one each time it is drawn.
  const combine = useCallback(
    (results: { data?: Output<'versions.read'> | undefined }[]): ReadonlyMap<string, NarrativeContent> =>
      new Map(
        results.flatMap(({ data }, index) => {
          const version = asked[index];
          return data && version !== undefined ? [[version, data.content] as const] : [];
        }),
      ),
    [asked],
  );
  return useQueries({
    queries: asked.map((version) => ({
      queryKey: ['versions.read', { id, version }],
      queryFn: () => call('versions.read', { id, version }),
    })),
    combine,
  });
}
