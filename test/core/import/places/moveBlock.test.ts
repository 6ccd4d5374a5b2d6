import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listBlocks } from '../../../../core/import/places/listBlocks';
import { moveBlock } from '../../../../core/import/places/moveBlock';
import { relistBlocks } from '../../../../core/import/places/relistBlocks';
import { readMarkdown } from '../../../../core/import/readText';
import {
  createNarrativeDoc,
  type NarrativeContent,
  readNarrativeDoc,
} from '../../../../core/narrative/narrativeDoc';
import { partDefinitions, partKeys } from '../../../../core/narrative/parts';
import { plainText, sectionText } from '../../../../core/narrative/plainText';

const text = `# Press release

## Heading
Osterby launches Fairmend

## Problem
Six days of waiting.

Nobody says the price.

## FAQ

### What does it cost?
What you were shown.

## User stories

### Nadia films
She holds the telephone steady.

## Our cafeteria
Soup on Mondays.
`;

const targets = partKeys.flatMap((part) => {
  const { kind, sections } = partDefinitions[part];
  return kind === 'sections' ? sections.map(({ key }) => ({ part, section: key })) : [{ part, section: '' }];
});

const words = ({ parts }: NarrativeContent) =>
  partKeys
    .flatMap((key) => plainText(parts[key]).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word !== 'Unplaced')
    .sort();

describe('moving a block', () => {
  it('keeps every word and the rest in order, wherever anything goes', () => {
    const blocks = listBlocks(readMarkdown(text).content);
    const moves = fc.array(fc.tuple(fc.nat(blocks.length - 1), fc.constantFrom(...targets)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(moves, (chosen) => {
        const doc = createNarrativeDoc(readMarkdown(text).content);
        const before = words(readNarrativeDoc(doc));
        for (const [number, to] of chosen) {
          const listed = listBlocks(readNarrativeDoc(doc));
          const from = listed[number % listed.length];
          if (from) expect(moveBlock(doc, from, { to, newId: `q-${number}` })).toBe(true);
        }
        expect(words(readNarrativeDoc(doc))).toEqual(before);
      }),
      { numRuns: 40, seed: 20261130 },
    );
  });

  it('takes a paragraph to another section, and leaves room to write', () => {
    const doc = createNarrativeDoc(readMarkdown(text).content);
    const from = { part: 'release', section: 'problem', index: 1, words: 'Nobody says the price.' } as const;
    expect(moveBlock(doc, from, { to: { part: 'release', section: 'solution' }, newId: 'q' })).toBe(true);
    const { release } = readNarrativeDoc(doc).parts;
    expect(sectionText(release, 'problem')).toBe('Six days of waiting.');
    expect(sectionText(release, 'solution')).toBe('Nobody says the price.');
  });

  it('makes a question of what asks, and an answer of what follows', () => {
    const doc = createNarrativeDoc(readMarkdown('# Launch plan\n\nWho pays?\n\nWe do.\n').content);
    const to = { part: 'internalFaq', section: '' } as const;
    moveBlock(doc, { part: 'plan', section: '', index: 0, words: 'Who pays?' }, { to, newId: 'q-1' });
    moveBlock(doc, { part: 'plan', section: '', index: 0, words: 'We do.' }, { to, newId: 'q-2' });
    const items = readNarrativeDoc(doc).parts.internalFaq.content ?? [];
    expect(items.map(plainText)).toEqual(['Who pays?\nWe do.']);
  });

  it('takes the title “Unplaced” away with the last block below it', () => {
    const doc = createNarrativeDoc(readMarkdown('# FAQ\n\n### Why?\n\nSo.\n\n# Our cafeteria\n').content);
    const from = { part: 'plan', section: '', index: 1, words: 'Our cafeteria' } as const;
    moveBlock(doc, from, { to: { part: 'release', section: 'about' }, newId: 'q' });
    expect(plainText(readNarrativeDoc(doc).parts.plan)).toBe('');
  });

  it('changes nothing when the words are gone', () => {
    const doc = createNarrativeDoc(readMarkdown(text).content);
    const before = readNarrativeDoc(doc);
    const from = { part: 'release', section: 'problem', index: 0, words: 'Never written.' } as const;
    expect(moveBlock(doc, from, { to: { part: 'plan', section: '' }, newId: 'q' })).toBe(false);
    expect(readNarrativeDoc(doc)).toEqual(before);
  });

  it('keeps what was known of the others, and is sure of the moved one', () => {
    const { content, blocks } = readMarkdown(text);
    const doc = createNarrativeDoc(content);
    const from = { part: 'plan', section: '', index: 1, words: 'Our cafeteria' } as const;
    const to = { part: 'release', section: 'about' } as const;
    moveBlock(doc, from, { to, newId: 'q' });
    const relisted = relistBlocks(readNarrativeDoc(doc), blocks, { from, to });
    expect(relisted).toHaveLength(blocks.length);
    expect(relisted.find((block) => block.words === from.words)).toMatchObject({
      ...to,
      reason: 'You put it here.',
    });
    expect(relisted.find((block) => block.words === 'Soup on Mondays.')).toMatchObject({
      sure: 'unplaced',
      index: 1,
    });
  });
});
