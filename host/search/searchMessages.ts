import type { z } from 'zod';
import type { searchAnswerSchema } from '../../core/api/shapes';
import type { NarrativeId } from '../../core/narrative/meta';

export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** What the worker is started with; ids stand in the order to read them in. */
export interface SearchWorkerData {
  folder: string;
  ids: NarrativeId[];
}

export type SearchRequest =
  | { kind: 'find'; request: number; query: string; limit: number }
  | { kind: 'changed'; id: NarrativeId }
  | { kind: 'removed'; id: NarrativeId };

export type SearchReply = { request: number; answer: SearchAnswer };
