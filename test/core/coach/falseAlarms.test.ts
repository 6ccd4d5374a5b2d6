import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCoach } from '../../../core/coach/runCoach';
import { readMarkdown } from '../../../core/import/readText';
import { readCoachFiles } from './coachFiles';

const folder = join(import.meta.dirname, '../../../../shared/corpus/launch');
const coach = createCoach(readCoachFiles());
const names = existsSync(folder) ? readdirSync(folder) : [];

/** Posts on a company's own pages have no dateline and no sections; that is their form. */
const formRules = new Set(['launch-date', 'too-short', 'we']);

describe.skipIf(names.length === 0)(
  'real launch posts (skipped where ../shared/corpus/launch is absent)',
  () => {
    test.each(names)('%s raises at most two firm questions', (name) => {
      const { content } = readMarkdown(readFileSync(join(folder, name), 'utf8'), 'told');
      const firm = coach
        .check(content, '2026-12-01')
        .filter(({ rule, level }) => level !== 'look' && !formRules.has(rule))
        .map(({ rule, quote }) => `${rule}: ${quote}`);
      expect(firm.slice(2)).toEqual([]);
    });
  },
);
