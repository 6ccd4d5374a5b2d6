import { useDebouncedValue } from '@mantine/hooks';
import { startTransition, useEffect, useRef, useState } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import { useOperation } from '../../client/useOperation';
import { changedNodes } from '../../editor/session/changedNodes';
import { localDay } from '../../ui/dates';
import type { FactsMessage, NarrativeReading } from './factsMessages';

/** Rest after the last change before everything is read again, in milliseconds. */
const restMs = 500;

/** The facts of an open narrative, a moment behind the text; null until they were read once. */
export function useNarrativeReading(content: NarrativeContent): NarrativeReading | null {
  const data = useOperation('coach.read', {}).data?.data;
  const [worker, setWorker] = useState<Worker | null>(null);
  const [reading, setReading] = useState<NarrativeReading | null>(null);
  const told = useRef<{ worker: Worker; content: NarrativeContent } | null>(null);
  const [rested] = useDebouncedValue(content, restMs);

  useEffect(() => {
    const started = new Worker(new URL('./factsWorker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data: read }: MessageEvent<NarrativeReading>) =>
      startTransition(() => setReading(read)),
    );
    setWorker(started);
    return () => started.terminate();
  }, []);
  useEffect(() => {
    if (data) worker?.postMessage({ kind: 'data', data } satisfies FactsMessage);
  }, [worker, data]);
  useEffect(() => {
    if (!worker) return;
    const before = told.current?.worker === worker ? told.current.content : null;
    worker.postMessage(messageOf(before, rested));
    told.current = { worker, content: rested };
  }, [worker, rested]);
  return reading;
}

/** All of it the first time, then what is new: copying a long text to the worker would hold keys up. */
function messageOf(before: NarrativeContent | null, content: NarrativeContent): FactsMessage {
  const today = localDay(new Date());
  if (!before) return { kind: 'content', content, today };
  const { parts, ...rest } = content;
  const changes = partKeys.flatMap((part) => {
    const change = changedNodes(before.parts[part], parts[part]);
    return change ? [{ part, ...change }] : [];
  });
  return { kind: 'change', rest, changes, today };
}
