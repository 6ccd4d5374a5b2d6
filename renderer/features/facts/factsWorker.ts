import { createTechnicalReader, type TechnicalReader } from '../../../core/drawer/findTechnical';
import { createFactReader, type FactReader } from '../../../core/facts/readFacts';
import type { FactsMessage, NarrativeReading } from './factsMessages';

let readers: { facts: FactReader; technical: TechnicalReader } | null = null;
let latest: Extract<FactsMessage, { kind: 'content' }> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

addEventListener('message', ({ data: message }: MessageEvent<FactsMessage>) => {
  if (message.kind === 'content') latest = message;
  else readers = { facts: createFactReader(message.data), technical: createTechnicalReader(message.data) };
  // Of several contents that came while one was read, only the newest is of use.
  clearTimeout(timer);
  timer = setTimeout(read, 0);
});

function read(): void {
  if (!readers || !latest) return;
  const { content, today } = latest;
  const reading: NarrativeReading = {
    ...readers.facts(content, today),
    technical: readers.technical(content, today),
  };
  postMessage(reading);
}
