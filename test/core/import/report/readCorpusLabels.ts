import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { cwd } from 'node:process';
import { z } from 'zod';
import { type LabelledText, paragraphsOf, plainWords } from './readShapes';

/** By file, the place of each paragraph's hash. Nothing of a document is kept here, so nothing can be read back. */
const labelsSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** Names a paragraph without saying anything of it. */
export const paragraphHash = (text: string): string =>
  createHash('sha256').update(plainWords(text)).digest('hex').slice(0, 12);

/** The labelled real documents beside the repository, or null where there are none. */
export function readCorpusLabels(): LabelledText[] | null {
  const folder = join(cwd(), '../shared/corpus');
  if (!existsSync(folder)) return null;
  const file = join(cwd(), 'test/core/import/shapes/corpusLabels.json');
  const labels = labelsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(labels).map(([name, places]) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const paragraphs = paragraphsOf(text).flatMap((paragraph) => {
      const place = places[paragraphHash(paragraph)];
      if (place === undefined || place === '-') return [];
      const [part = '', section = ''] = place.split('.');
      return [{ text: paragraph, part, section }];
    });
    return { name, extension: extname(name).slice(1), text, paragraphs };
  });
}
