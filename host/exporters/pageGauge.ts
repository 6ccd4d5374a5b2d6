import { z } from 'zod';
import type { LetterPlace, PageGauge } from '../../core/api/shapes';
import { type PartKey, partKeys } from '../../core/narrative/parts';

const markSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('section'), key: z.string() }),
  z.object({ kind: z.literal('start'), key: z.string(), page: z.int() }),
  z.object({ kind: z.literal('end'), key: z.string(), page: z.int() }),
  z.object({ kind: z.literal('word'), letters: z.int(), page: z.int() }),
  /** Points left on the last page of the release, above its footnotes. */
  z.object({ kind: z.literal('rest'), height: z.number() }),
]);
type Mark = z.infer<typeof markSchema>;

/** Height of a page's text in points, as the template's margins leave it on either paper. */
const textHeight = 671.8;

/** What the marks in the two layouts say about pages. */
export function readPageGauge(release: unknown, narrative: unknown): PageGauge {
  const inRelease = z.array(markSchema).parse(release);
  return {
    releasePages: pageOf(inRelease, 'end', 'release') ?? 1,
    lastPageFill: fillOf(inRelease),
    secondPageSection: secondPageSection(inRelease),
    releaseBreaks: pageBreaks(inRelease),
    parts: partPages(z.array(markSchema).parse(narrative)),
  };
}

/**
 * The page on which a place stands, out of the marks of the words around it; else the first page of its part, and
 * null where that is not printed.
 */
export function pageOfPlace(given: unknown, { part, letters }: LetterPlace): number | null {
  const marks = z.array(markSchema).parse(given);
  const words = marks.flatMap((mark) => (mark.kind === 'word' && mark.letters <= letters ? [mark.page] : []));
  return words.at(-1) ?? pageOf(marks, 'start', part);
}

function pageOf(marks: readonly Mark[], kind: 'start' | 'end', key: string): number | null {
  const mark = marks.find((one) => one.kind === kind && one.key === key);
  return mark && 'page' in mark ? mark.page : null;
}

function fillOf(marks: readonly Mark[]): number {
  const rest = marks.find((mark) => mark.kind === 'rest');
  const fill = 1 - (rest && 'height' in rest ? rest.height : 0) / textHeight;
  return Math.round(Math.min(1, Math.max(0, fill)) * 100) / 100;
}

/** The first section that ends on page 2 or later has its words at the top of page 2. */
function secondPageSection(marks: readonly Mark[]): string | null {
  const prefix = 'section ';
  const mark = marks.find((one) => one.kind === 'end' && one.key.startsWith(prefix) && one.page >= 2);
  return mark && 'key' in mark ? mark.key.slice(prefix.length) : null;
}

/** Each page after the first begins with the first word that stands on it. */
function pageBreaks(marks: readonly Mark[]): PageGauge['releaseBreaks'] {
  const breaks: PageGauge['releaseBreaks'] = [];
  let last = 1;
  for (const mark of marks) {
    if (mark.kind !== 'word' || mark.page <= last) continue;
    last = mark.page;
    breaks.push({ page: mark.page, letters: mark.letters });
  }
  return breaks;
}

function partPages(marks: readonly Mark[]): { part: PartKey; first: number; last: number }[] {
  return partKeys.flatMap((part) => {
    const first = pageOf(marks, 'start', part);
    const last = pageOf(marks, 'end', part);
    return first === null || last === null ? [] : [{ part, first, last }];
  });
}
