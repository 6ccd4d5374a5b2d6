import { z } from 'zod';
import { faqStates } from '../../narrative/richText';
import type { ReadingContext } from './readingContext';

export type ItemName = 'faqItem' | 'useCase' | 'step' | 'manual';

const word = z.string().max(2000).catch('');
const faqSchema = z.object({
  state: z.enum(faqStates).catch('open'),
  owner: word,
  due: word,
  askedBy: word,
  bankNumber: z.int().nullable().catch(null),
});

const idPrefixes: Record<ItemName, string> = {
  faqItem: 'question',
  useCase: 'use-case',
  step: 'step',
  manual: 'manual',
};

/** Attributes of an item out of the comment above it; an id is made up where the comment has none. */
export function readItemAttrs(
  type: ItemName,
  data: Record<string, unknown>,
  context: ReadingContext,
): Record<string, unknown> {
  const id = readId(type, data.id, context);
  if (type === 'faqItem') return { id, ...faqSchema.parse(data) };
  return type === 'step' ? { id } : { id, user: word.parse(data.user) };
}

function readId(type: ItemName, given: unknown, context: ReadingContext): string | null {
  if (given === null) return null;
  if (typeof given === 'string' && given !== '' && given.length <= 200) return given;
  const count = (context.madeUpIds.get(type) ?? 0) + 1;
  context.madeUpIds.set(type, count);
  return `imported-${idPrefixes[type]}-${count}`;
}
