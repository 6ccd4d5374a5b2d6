import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportDocument } from '../../../../core/export/exportDocument';
import { ExportWarnings } from '../../../../core/export/exportWarnings';
import { exportFolder, tellOfFolderLosses } from '../../../../core/export/folder/exportFolder';
import { comparable } from '../../../../core/export/markdown/comparable';
import { markOf } from '../../../../core/export/markOf';
import { readFolder } from '../../../../core/import/folder/readFolder';
import type { NarrativeContent } from '../../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../../core/narrative/parts';
import { anyNarrative } from '../narrativeArbitrary';
import { exportDocument, meta, sampleContent } from '../sampleNarrative';

const textsOf = (document: ExportDocument, names = {}) =>
  new Map(exportFolder(document, { names }).texts.map(({ path, text }) => [path, text]));

/** Reads a folder back and compares; parts that differ must have been told. */
function roundTrip(content: NarrativeContent): { exact: number; told: number } {
  const document = exportDocument(content);
  const warnings = new ExportWarnings();
  const folder = exportFolder(document);
  tellOfFolderLosses(document, folder, warnings);
  const read = readFolder(new Map(folder.texts.map(({ path, text }) => [path, text])));
  for (const name of ['facts', 'drawer', 'evidence', 'screens', 'storyboards', 'promises', 'links'] as const)
    expect(read.content[name]).toEqual(content[name]);
  expect([read.content.states, read.content.gate, read.refused]).toEqual([content.states, content.gate, []]);
  const lossy = new Set(warnings.list().map(({ part }) => part));
  const exact = partKeys.filter((key) => !lossy.has(key));
  for (const key of exact)
    expect(comparable(read.content.parts[key])).toEqual(comparable(content.parts[key]));
  return { exact: exact.length, told: lossy.size };
}

describe('a narrative as a folder', () => {
  it('reads back exactly, or a warning names the part that differs', { timeout: 60_000 }, () => {
    const counts = { exact: 0, told: 0 };
    fc.assert(
      fc.property(anyNarrative, (content) => {
        const { exact, told } = roundTrip(content);
        counts.exact += exact;
        counts.told += told;
      }),
      { numRuns: 10, seed: 4 },
    );
    expect(counts.told).toBeLessThan(counts.exact / 10);
  });

  it('has one file for each part, and what Markdown cannot say beside them', () => {
    const { texts } = exportFolder(exportDocument(sampleContent()));
    expect(texts.map(({ path }) => path)).toEqual([
      '1-customer.md',
      '2-press-release.md',
      '3-customer-faq.md',
      '4-internal-faq.md',
      '5-experience.md',
      '6-manual.md',
      '7-launch-plan.md',
      '8-feasibility.md',
      'narrative.json',
    ]);
    expect(texts[6]?.text).toBe(
      `---\nid: ${meta.id}\npart: plan\ndateline: 1\n---\n\n# Launch plan\n\n- [x] Name the first street\n- [ ] Find twenty repairers\n`,
    );
  });

  it('says which narrative and version it shows, and which parts are there', () => {
    const document = exportDocument(sampleContent());
    const texts = textsOf(document);
    expect(readFolder(texts).mark).toEqual({ ...markOf(document), parts: [...partKeys], without: [] });
    expect(readFolder(texts).meta).toMatchObject({ name: 'Fairmend', draft: 7, stage: 'drafting' });
    texts.delete('2-press-release.md');
    expect(readFolder(texts).mark?.parts).not.toContain('release');
  });

  it('knows a renamed file by what it says, and writes on under its new name', () => {
    const content = sampleContent();
    const texts = textsOf(exportDocument(content));
    texts.set('02 Pressemitteilung.md', texts.get('2-press-release.md') ?? '');
    texts.delete('2-press-release.md');
    const read = readFolder(texts);
    expect(comparable(read.content.parts.release)).toEqual(comparable(content.parts.release));
    expect(read.fileOf.release).toBe('02 Pressemitteilung.md');
    expect([...textsOf(exportDocument(content), read.fileOf).keys()]).toContain('02 Pressemitteilung.md');
  });

  it('names screens so that every system takes the files, each by its own name', () => {
    const content = sampleContent();
    const picture = { scene: 's.json', svg: 'v.svg', png: 'p.png', width: 10, height: 10 };
    const screen = (id: string, title: string) => ({
      ...{ id, title, alt: '', template: '', picture, versions: [], hotspots: [], follows: '' },
      ...{ changedAt: '' as const, changedBy: '' },
    });
    content.screens = {
      a: screen('a', 'Price: first / “open”'),
      'A?': screen('A?', 'price first open'),
      'x/../y': screen('x/../y', ''),
      '..': screen('..', '../..'),
    };
    const paths = exportFolder(exportDocument(content)).pictures.map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith('.png') && path.startsWith('screens/'))).toEqual([
      'screens/Price-first-open-a.png',
      'screens/price-first-open-A-2.png',
      'screens/x-y.png',
      'screens/screen.png',
    ]);
  });
});

describe('a folder that others wrote in', () => {
  it('takes line ends and byte order marks of any system', () => {
    const content = sampleContent();
    const texts = textsOf(exportDocument(content));
    const dos = new Map([...texts].map(([path, text]) => [path, `\ufeff${text.replaceAll('\n', '\r\n')}`]));
    expect(readFolder(dos).content.parts).toEqual(readFolder(texts).content.parts);
    expect(readFolder(dos).refused).toEqual([]);
  });

  it('does not take a file with marks of an unfinished merge, and says which', () => {
    const texts = textsOf(exportDocument(sampleContent()));
    const text = texts.get('7-launch-plan.md') ?? '';
    texts.set('7-launch-plan.md', `${text}\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> branch\n`);
    const read = readFolder(texts);
    expect(read.refused.map(({ path }) => path)).toEqual(['7-launch-plan.md']);
    expect(read.mark?.parts).toEqual(partKeys.filter((key) => key !== 'plan'));
  });

  it('does not take half a file, nor two texts of one part', () => {
    const texts = textsOf(exportDocument(sampleContent()));
    texts.set('7-launch-plan.md', '');
    texts.set('copy of release.md', texts.get('2-press-release.md') ?? '');
    expect(
      readFolder(texts)
        .refused.map(({ path }) => path)
        .sort(),
    ).toEqual(['7-launch-plan.md', 'copy of release.md']);
  });

  it('keeps words that stand outside of the part', () => {
    const texts = textsOf(exportDocument(sampleContent()));
    const text = texts.get('2-press-release.md') ?? '';
    texts.set('2-press-release.md', text.replace('# Press release', 'A note above.\n\n# Press release'));
    const { content } = readFolder(texts);
    expect(JSON.stringify(content.parts.plan)).toContain('A note above.');
    expect(JSON.stringify(content.parts.plan)).toContain('Name the first street');
  });

  it('reads any narrative.json without harm', { timeout: 60_000 }, () => {
    const texts = textsOf(exportDocument(sampleContent()));
    const card = JSON.parse(texts.get('narrative.json') ?? '');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(card)), fc.jsonValue()), (changes) => {
        texts.set('narrative.json', JSON.stringify({ ...card, ...changes }));
        expect(readFolder(texts).fileOf.plan).toBe('7-launch-plan.md');
      }),
      { numRuns: 15 },
    );
  });
});
