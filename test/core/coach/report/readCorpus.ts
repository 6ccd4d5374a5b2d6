import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { cwd } from 'node:process';
import { readMarkdown, readPlainText } from '../../../../core/import/readText';
import type { NarrativeContent } from '../../../../core/narrative/narrativeDoc';
import { countWords, plainText } from '../../../../core/narrative/plainText';

/** A real document, only ever read where it lies; no word of it enters a report. */
export interface CorpusDocument {
  name: string;
  content: NarrativeContent;
  words: number;
}

/** The real documents of this kind beside the repository, or null where there are none. */
export function readCorpus(kind: 'launch' | 'prfaq'): CorpusDocument[] | null {
  const folder = join(cwd(), '../shared/corpus', kind);
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const { content } = extname(name) === '.txt' ? readPlainText(text, 'told') : readMarkdown(text, 'told');
      const words = Object.values(content.parts).reduce((sum, part) => sum + countWords(plainText(part)), 0);
      return { name, content, words };
    });
}
