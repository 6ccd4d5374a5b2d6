import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentVersion, contentVersionSchema } from '../../../core/format/contentVersion';
import { anyNarrative } from '../export/narrativeArbitrary';
import { sampleContent } from '../export/sampleNarrative';

it('names equal contents equally, in whatever order their keys stand', () => {
  fc.assert(
    fc.property(anyNarrative, (content) => {
      const turned = Object.fromEntries(Object.entries(content).reverse()) as unknown as typeof content;
      expect(contentVersion(turned)).toBe(contentVersion(content));
    }),
    { numRuns: 10 },
  );
});

it('changes with a word, a state and a record', () => {
  const content = sampleContent();
  const version = contentVersion(content);
  expect(contentVersionSchema.safeParse(version).success).toBe(true);
  const versions = [
    version,
    contentVersion({ ...content, states: { release: 'ready' } }),
    contentVersion({ ...content, facts: {}, gate: { reason: 'why', openedAt: '2026-11-01T10:00:00.000Z' } }),
    contentVersion({
      ...content,
      parts: { ...content.parts, plan: { type: 'doc', content: [{ type: 'paragraph' }] } },
    }),
  ];
  expect(new Set(versions).size).toBe(versions.length);
});
