import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { useOperation } from '../../client/useOperation';
import type { FactsMessage, NarrativeReading } from './factsMessages';

/** Rest after the last change before everything is read again, in milliseconds. */
const restMs = 500;

/** The facts of an open narrative, a moment behind the text; null until they were read once. */
export function useNarrativeReading(content: NarrativeContent): NarrativeReading | null {
  const data = useOperation('coach.read', {}).data?.data;
  const [worker, setWorker] = useState<Worker | null>(null);
  const [reading, setReading] = useState<NarrativeReading | null>(null);
  const [rested] = useDebouncedValue(content, restMs);

  useEffect(() => {
    const started = new Worker(new URL('./factsWorker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data: read }: MessageEvent<NarrativeReading>) => setReading(read));
    setWorker(started);
    return () => started.terminate();
  }, []);
  useEffect(() => {
    if (data) worker?.postMessage({ kind: 'data', data } satisfies FactsMessage);
  }, [worker, data]);
  useEffect(() => {
    const today = localDay(new Date());
    worker?.postMessage({ kind: 'content', content: rested, today } satisfies FactsMessage);
  }, [worker, rested]);
  return reading;
}

/** The day as the writer's calendar has it, ISO. */
function localDay(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
