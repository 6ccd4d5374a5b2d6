import { createTechnicalReader, type TechnicalReader } from '../../../core/drawer/findTechnical';
import { createFactReader, type FactReader } from '../../../core/facts/readFacts';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { withChange } from '../../editor/session/changedNodes';
import type { FactsMessage, NarrativeReading } from './factsMessages';

type FactsChange = Extract<FactsMessage, { kind: 'change' }>;

let readers: { facts: FactReader; technical: TechnicalReader } | null = null;
let latest: { content: NarrativeContent; today: string } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

addEventListener('message', ({ data: message }: MessageEvent<FactsMessage>) => {
  take(message);
  // Of several contents that came while one was read, only the newest is of use.
  clearTimeout(timer);
  timer = setTimeout(read, 0);
});

function take(message: FactsMessage): void {
  switch (message.kind) {
    case 'data':
      readers = { facts: createFactReader(message.data), technical: createTechnicalReader(message.data) };
      return;
    case 'content':
      latest = message;
      return;
    case 'change':
      latest = latest && { content: changed(latest.content, message), today: message.today };
  }
}

function changed(content: NarrativeContent, { rest, changes }: FactsChange): NarrativeContent {
  const parts = { ...content.parts };
  for (const change of changes) parts[change.part] = withChange(parts[change.part], change);
  return { ...rest, parts };
}

function read(): void {
  if (!readers || !latest) return;
  const { content, today } = latest;
  const reading: NarrativeReading = {
    ...readers.facts(content, today),
    technical: readers.technical(content, today),
  };
  postMessage(reading);
}
