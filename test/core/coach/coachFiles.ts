import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CoachData, parseCoachData } from '../../../core/coach/coachData';

const folder = join(import.meta.dirname, '../../../templates/coach');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** The coach's data as it ships. */
export function readCoachFiles(): CoachData {
  return parseCoachData({
    texts: read('rules.en.json'),
    words: { en: read('words.en.json'), de: read('words.de.json') },
    thresholds: read('thresholds.json'),
  });
}
