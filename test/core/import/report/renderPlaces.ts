import { renderTable } from '../../coach/report/table';
import type { Measured } from './measurePlaces';

type Count = 'paragraphs' | 'rightPart' | 'labelledSections' | 'rightSection' | 'silent';

/** A row for each text and one for all of them. */
export function renderPlaces(texts: readonly Measured[]): string {
  const sum = (key: Count) => texts.reduce((total, text) => total + text[key], 0);
  const all = {
    name: '**all**',
    paragraphs: sum('paragraphs'),
    rightPart: sum('rightPart'),
    labelledSections: sum('labelledSections'),
    rightSection: sum('rightSection'),
    silent: sum('silent'),
  };
  return renderTable(
    ['text', 'paragraphs', 'right part', 'right section', 'wrong and not marked as a guess'],
    [...texts, all].map((row) => [
      row.name,
      `${row.paragraphs}`,
      share(row.rightPart, row.paragraphs),
      share(row.rightSection, row.labelledSections),
      `${row.silent}`,
    ]),
  );
}

function share(right: number, all: number): string {
  return all === 0 ? '' : `${((right / all) * 100).toFixed(0)} % (${right} of ${all})`;
}

/** What landed elsewhere than labelled; paragraphs of other people's documents are told by their hash. */
export function renderMisses(texts: readonly Measured[], tell: (text: string) => string): string {
  return texts
    .flatMap(({ name, misses }) =>
      misses.map(({ wanted, found }) => {
        const where = found ? `${found.part}.${found.section}` : 'nowhere';
        return `${name}: ${wanted.part}.${wanted.section} is in ${where}: ${tell(wanted.text)}`;
      }),
    )
    .join('\n');
}
