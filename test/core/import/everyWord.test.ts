import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown, readPlainText } from '../../../core/import/readText';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import { plainText } from '../../../core/narrative/plainText';
import { parseRichDoc } from '../../../core/narrative/schema';

/** What writers put before their words; each takes words that no title of ours has. */
const shapes: readonly ((words: string) => string)[] = [
  (words) => `# ${words}`,
  (words) => `## ${words}?`,
  (words) => `### ${words}.`,
  (words) => `## About ${words}`,
  (words) => `## FAQ (${words})`,
  (words) => `## Problem (${words})\n\n${words} again`,
  (words) => `## Risks of ${words}`,
  (words) => `**${words}**`,
  (words) => `**${words}?** ${words}`,
  (words) => `**${words}?**\nA: ${words}`,
  (words) => `Q: ${words}?\nA: ${words}\nQ2: ${words}`,
  (words) => `Subtitle: ${words}`,
  (words) => `**Problem:** ${words}\n**Solution** ${words}`,
  (words) => `[Headline] ${words}`,
  (words) => `Quote from ${words}: “${words}”`,
  (words) => `OSLO, 3 May 2028 — ${words}`,
  (words) => `May 3, 2028, ${words}`,
  (words) => `*${words}*`,
  (words) => `> “${words},” said ${words}\n> — ${words}`,
  (words) => `1. ${words}?\n   ${words}\n2. ${words}?\n\n   ${words}`,
  (words) => `* ${words}?\n  * ${words}\n* ${words}`,
  (words) => `- **Problem:** ${words}\n- **Summary:** ${words}\n\n  ${words}`,
  (words) => `- ${words}\nSolution: ${words}`,
  (words) => `| Question | Answer |\n| --- | --- |\n| ${words}? | ${words} |`,
  (words) => `| ${words} | ${words} | ${words} |\n| --- | --- | --- |\n| ${words}? | ${words} | ${words} |`,
  (words) => `| Problem | ${words} |\n| --- | --- |\n| Solution | ${words} |\n| Quote | ${words} |`,
  (words) => `Author: ${words}`,
  (words) => `About ${words}`,
  (words) => `${words}?`,
  (words) => `${words}? ${words}.`,
  (words) => `${words}. ${words}, ${words}.`,
  (words) => `To learn more, visit ${words}.example`,
  (words) => `---\n\n${words}`,
  (words) => `\`\`\`\n${words}\n\`\`\``,
  (words) => `## Manual\n\n### Concepts\n\n${words}\n\n### ${words}`,
  (words) => `## User stories\n\n### ${words}\n\n1. ${words}`,
  (words) => `## Appendix ${words}\n\n${words}`,
  (words) => `## Internal FAQ\n\n### ${words}\n\n${words}`,
  (words) => `${words}\n====`,
  (words) => words.toUpperCase(),
];

const syllables = ['mo', 'ra', 'ki', 'tu', 'lo', 'ven', 'dar', 'shi', 'pel', 'qua'];
const word = fc
  .array(fc.constantFrom(...syllables), { minLength: 3, maxLength: 5 })
  .map((parts) => parts.join(''));
const words = fc.array(word, { minLength: 1, maxLength: 9 }).map((list) => list.join(' '));
const block = fc
  .tuple(fc.constantFrom(...shapes), words)
  .map(([shape, given]) => ({ text: shape(given), given }));
const texts = fc.array(block, { minLength: 1, maxLength: 12 });

const allWords = ({ parts }: NarrativeContent) =>
  partKeys
    .map((key) => plainText(parts[key]))
    .join(' ')
    .toLowerCase();

const count = (text: string, wanted: string) => text.split(wanted).length - 1;

test.each([
  ['Markdown', readMarkdown],
  ['plain text', readPlainText],
] as const)('every word of %s is in the result, as often as it was written (seed 5)', (_, read) => {
  fc.assert(
    fc.property(texts, (blocks) => {
      const text = blocks.map((one) => one.text).join('\n\n');
      const { content, blocks: listed } = read(text);
      const kept = allWords(content);
      for (const given of new Set(blocks.flatMap((one) => one.given.split(' '))))
        expect(count(kept, given), `${given} in\n${text}`).toBe(count(text.toLowerCase(), given));
      for (const key of partKeys) expect(parseRichDoc(content.parts[key])).toMatchObject({ ok: true });
      for (const { reason, words: told } of listed) expect(reason !== '' && told !== '').toBe(true);
    }),
    { numRuns: 400, seed: 5 },
  );
});
