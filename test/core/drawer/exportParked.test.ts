import { describe, expect, test } from 'vitest';
import { defaultExportOptions, type ExportOptions } from '../../../core/api/shapes';
import type { DrawerItem } from '../../../core/drawer/drawerItem';
import type { ExportDocument } from '../../../core/export/exportDocument';
import { ExportWarnings } from '../../../core/export/exportWarnings';
import { exportHtml } from '../../../core/export/html/exportHtml';
import { exportMarkdown } from '../../../core/export/markdown/exportMarkdown';
import { toPdfData } from '../../../core/export/pdf/toPdfData';
import { readMarkdown } from '../../../core/import/readText';
import { narrativeMetaSchema } from '../../../core/narrative/meta';
import { soundNarrative } from '../check/narratives';

const moment = '2027-03-01T09:00:00.000Z';
const meta = narrativeMetaSchema.parse({
  id: 'fairmend-1',
  name: 'Fairmend',
  createdAt: moment,
  updatedAt: moment,
  stage: 'drafting',
  draft: 1,
  language: 'en-GB',
  confidentiality: '',
  lastPlace: null,
});

const item = (id: string, text: string, extra: Partial<DrawerItem> = {}): DrawerItem => ({
  id,
  text,
  from: { part: 'release', section: 'summary' },
  movedAt: moment,
  movedBy: 'Ines',
  ...extra,
});

const drawer = {
  one: item('one', 'A queue <b>in</b> *front*\n# of the database'),
  two: item('two', 'Cache it.', { dealtWithAt: moment }),
};

const documentOf = (options: Partial<ExportOptions>): ExportDocument => ({
  meta,
  content: { ...soundNarrative(), drawer },
  options: { ...defaultExportOptions, ...options },
  assets: new Map(),
  date: '2027-03-01',
});

describe('the drawer as an appendix', () => {
  test('is left out unless it is asked for, and always beside the release alone', () => {
    for (const options of [{}, { drawer: true, layout: 'release' as const }]) {
      expect(exportHtml(documentOf(options)).text).not.toContain('Parked for feasibility');
      expect(exportMarkdown(documentOf(options)).text).not.toContain('Parked for feasibility');
      const keys = toPdfData(documentOf(options), new ExportWarnings()).parts.map(({ key }) => key);
      expect(keys).not.toContain('drawer');
    }
  });

  test('stands last on the page, its words never markup', () => {
    const { text } = exportHtml(documentOf({ drawer: true }));
    expect(text).toContain('<h2 class="part">Parked for feasibility</h2>');
    expect(text).toContain('A queue &lt;b&gt;in&lt;/b&gt; *front*');
    expect(text).toContain('From Press release, Summary');
    expect(toPdfData(documentOf({ drawer: true }), new ExportWarnings()).parts.at(-1)?.key).toBe('drawer');
  });

  test('is in Markdown for readers, and reading back neither doubles nor loses it', () => {
    const { text, warnings } = exportMarkdown(documentOf({ drawer: true }));
    expect(text).toContain('# Parked for feasibility');
    expect(text).toContain('- [x] Cache it. _(From Press release, Summary)_');
    expect(warnings).toEqual(exportMarkdown(documentOf({})).warnings);
    const read = readMarkdown(text);
    expect(read.content.drawer).toEqual(drawer);
    expect(read.doubts).toEqual([]);
    expect(read.content.parts).toEqual(readMarkdown(exportMarkdown(documentOf({})).text).content.parts);
  });
});
