import type { ExportReview } from '../../../core/export/exportDocument';
import {
  createNarrativeDoc,
  encodeNarrativeDoc,
  type NarrativeContent,
} from '../../../core/narrative/narrativeDoc';
import { createAnchor } from '../../../core/review/createAnchor';
import { readDocText } from '../../../core/review/readPartText';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import type { TextChange } from '../../../core/review/textChange';

const common = {
  at: '2026-11-24T09:30:00.000Z',
  by: 'Ines Halloran',
  origin: { kind: 'here', file: '' },
} as const;

/** A review of a narrative's launch plan. */
export class PlanReview {
  readonly records: ReviewRecord[] = [];

  constructor(private readonly content: NarrativeContent) {}

  anchor(quote: string) {
    const read = readDocText(this.content.parts.plan);
    const at = read.text.indexOf(quote);
    const line = read.lines.findLast(({ start }) => start <= at);
    const from = (line?.from ?? 0) + at - (line?.start ?? 0);
    return createAnchor(read, 'plan', { from, to: from + quote.length });
  }

  comment(id: string, quote: string, words: string): this {
    this.records.push({ ...common, id, kind: 'comment', anchor: this.anchor(quote), text: words });
    return this;
  }

  reply(thread: string, words: string): this {
    const id = `${thread}-${this.records.length}`;
    this.records.push({
      ...common,
      id,
      at: '2026-11-24T10:00:00.000Z',
      by: 'Samir',
      kind: 'reply',
      thread,
      text: words,
    });
    return this;
  }

  resolve(thread: string): this {
    this.records.push({ ...common, id: `${thread}-done`, kind: 'resolution', thread, isResolved: true });
    return this;
  }

  suggest(id: string, quote: string, change: TextChange): this {
    this.records.push({ ...common, id, by: 'Legal', kind: 'suggestion', anchor: this.anchor(quote), change });
    return this;
  }

  done(): ExportReview {
    return {
      records: this.records,
      update: encodeNarrativeDoc(createNarrativeDoc(structuredClone(this.content))),
    };
  }
}
