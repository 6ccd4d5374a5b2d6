import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions, type ExportFormat, type ExportOptions } from '../../../core/api/shapes';
import type { NarrativeId } from '../../../core/narrative/meta';
import { decodeNarrativeDoc, partFragment } from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import { createAnchor } from '../../../core/review/createAnchor';
import { placeAnchor } from '../../../core/review/placeAnchor';
import { readPartText } from '../../../core/review/readPartText';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { openWindow } from '../editor';
import { newHost, type TestHost } from '../newHost';

const everything: ExportOptions = { ...defaultExportOptions, parts: [...partKeys] };
const base64 = (text: string) => Buffer.from(text).toString('base64');

async function exported({ call }: TestHost, id: NarrativeId, format: ExportFormat) {
  return exportedWith({ call }, { id, format, options: everything });
}

async function exportedWith(
  { call }: Pick<TestHost, 'call'>,
  what: { id: NarrativeId; format: ExportFormat; options: ExportOptions },
) {
  const { fileName, data } = await call('exports.run', { ...what, job: 'job-out' });
  return { fileName, bytes: Buffer.from(data ?? '', 'base64') };
}

const comeBack = ({ call }: TestHost, fileName: string, text: string | Buffer) =>
  call('imports.run', { fileName, data: Buffer.from(text).toString('base64'), job: 'job-in' });

/** A library with the sample in it, and that as Markdown. */
async function sentOut(options = everything) {
  const host = await newHost();
  const { id } = await host.call('narratives.create', { sample: 'consumer-app' });
  const { fileName, bytes } = await exportedWith(host, { id, format: 'md', options });
  return { host, id, fileName, text: bytes.toString('utf8') };
}

const markdownOf = async (host: TestHost, id: NarrativeId) =>
  (await exported(host, id, 'md')).bytes.toString('utf8');

const recordsOf = async ({ call }: TestHost, id: NarrativeId) =>
  Object.values((await call('narratives.open', { id })).review);

describe('a copy that comes back', () => {
  it('says nothing when nobody wrote in it, in every format', { timeout: 60_000 }, async () => {
    const { host, id } = await sentOut();
    for (const format of ['md', 'docx', 'dateline'] as const) {
      const { fileName, bytes } = await exported(host, id, format);
      const back = await comeBack(host, fileName, bytes);
      expect({ id: back.id, review: back.review, doubts: back.doubts }).toEqual({
        id,
        review: { comments: 0, suggestions: 0, known: 0 },
        doubts: [],
      });
    }
    expect(await recordsOf(host, id)).toEqual([]);
  });

  it('becomes changes to review, once however often it comes', async () => {
    const { host, id, fileName, text } = await sentOut();
    const edited = text.replace('# Launch plan', '# Launch plan\n\nAsk the harbour master first.');
    expect(edited).not.toBe(text);
    const first = await comeBack(host, fileName, edited);
    expect(first).toMatchObject({ id, review: { suggestions: 1, known: 0 }, doubts: [] });
    const again = await comeBack(host, 'another name.md', edited);
    expect(again).toMatchObject({ id, review: { suggestions: 0, known: 1 } });
    const list = await host.call('library.list', { stage: 'all', sort: 'edited', offset: 0, limit: 50 });
    expect(list.total).toBe(1);
    const [suggestion] = await recordsOf(host, id);
    expect(suggestion).toMatchObject({
      kind: 'suggestion',
      anchor: { part: 'plan' },
      origin: { kind: 'markdown' },
    });
    const window = await openWindow(host.call, first.id, 'author');
    expect(window.text('plan')).not.toContain('harbour master');
  });

  it('is compared with what it was written from, not with what was written since', async () => {
    const { host, fileName, text, id } = await sentOut();
    const window = await openWindow(host.call, (await comeBack(host, fileName, text)).id, 'author');
    window.type('plan', 'A line of our own.');
    await window.save();
    const edited = text.replace('# Feasibility', '# Feasibility\n\nTheirs.');
    expect(await comeBack(host, fileName, edited)).toMatchObject({ id, review: { suggestions: 1 } });
  });

  it('takes parts that were left out of the export for left out, not for deleted', async () => {
    const { host, id, fileName, text } = await sentOut({
      ...everything,
      parts: ['release', 'plan'],
      evidence: false,
      thread: false,
    });
    expect(await comeBack(host, fileName, text)).toMatchObject({
      id,
      review: { suggestions: 0 },
      doubts: [],
    });
    const edited = text.replace('# Launch plan', '# Launch plan\n\nMore.');
    expect(await comeBack(host, fileName, edited)).toMatchObject({ id, review: { suggestions: 1 } });
  });

  it('says so when what it was written from is not kept any more', async () => {
    const { host, id, fileName, text } = await sentOut();
    await rm(join(host.folder, 'versions'), { recursive: true });
    const back = await comeBack(host, fileName, text);
    expect(back).toMatchObject({ id, review: { suggestions: 0 } });
    expect(back.doubts).toEqual([expect.stringContaining('not kept here any more')]);
  });
});

describe('a Word document that comes back', () => {
  it('brings what was written in it, and nothing of what another program spells otherwise', {
    timeout: 60_000,
  }, async () => {
    const { host, id } = await sentOut();
    const { fileName, bytes } = await exported(host, id, 'docx');
    const files = unzipSync(bytes);
    const edit = (path: string, change: (xml: string) => string) => {
      const xml = strFromU8(files[path] ?? new Uint8Array());
      expect(change(xml)).not.toBe(xml);
      files[path] = strToU8(change(xml));
    };
    // LibreOffice ends every address with a slash.
    edit('word/_rels/document.xml.rels', (xml) => xml.replaceAll(/(Target="https:\/\/[a-z.]+)"/gu, '$1/"'));
    edit('word/document.xml', (xml) =>
      xml.replace(/(dl_part_[\s\S]*?<w:t[^>]*>[^<]{30,} )(\w+)( [^<]+<\/w:t>)/u, '$1CHANGED$3'),
    );
    edit('docProps/core.xml', (xml) => xml.replace(/(<cp:lastModifiedBy>)[^<]*/u, '$1Tomasz Birch'));
    const back = await comeBack(host, fileName, Buffer.from(zipSync(files)));
    expect(back).toMatchObject({ id, review: { suggestions: 1, comments: 0 }, doubts: [] });
    expect(await recordsOf(host, id)).toMatchObject([
      {
        by: 'Tomasz Birch',
        origin: { kind: 'word', file: fileName },
        change: { kind: 'words', now: [{ text: 'CHANGED' }] },
      },
    ]);
  });
});

it('tells of words that were changed on a title page, which is no part of the narrative', {
  timeout: 60_000,
}, async () => {
  const { host, id } = await sentOut();
  const { fileName, bytes } = await exported(host, id, 'docx');
  const files = unzipSync(bytes);
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const changed = xml.replace(/(<w:pStyle w:val="Title"\/>[\s\S]*?<w:t[^>]*>)[^<]*/u, '$1A bolder title');
  const back = await comeBack(
    host,
    fileName,
    Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(changed) })),
  );
  expect(back).toMatchObject({ id, review: { suggestions: 0 } });
  expect(back.doubts).toEqual([expect.stringContaining('A bolder title')]);
});

describe('a file that comes from the library', () => {
  it('is a narrative of its own when that is asked for, or when there is nothing to come back to', async () => {
    const { host, id, fileName, text } = await sentOut();
    const own = await host.call('imports.run', { fileName, data: base64(text), job: 'job-in', as: 'new' });
    expect(own.id).not.toBe(id);
    expect(own.review).toBeUndefined();
    const elsewhere = await newHost();
    const there = await comeBack(elsewhere, fileName, text);
    expect(there).toMatchObject({ id });
    expect(there.review).toBeUndefined();
  });
});

describe('what a copy brings besides its words', () => {
  it('brings cards along that its new words name, and never replaces one', async () => {
    const { host, id, fileName, text } = await sentOut();
    const card = (data: object) => `<!-- dateline evidence ${JSON.stringify(data)} -->`;
    const edited = text
      .replace('# Launch plan', '# Launch plan\n\nTwo in three asked for it[^e900].')
      .concat(
        `\n[^e900]: Heard. ${card({ id: 'new-card', state: 'heard', what: 'Nine calls', words: ['Two in three'] })}\n`,
      );
    const back = await comeBack(host, fileName, edited);
    expect(back.review?.suggestions).toBe(1);
    expect(await markdownOf(host, id)).toContain('Nine calls');
    const changed = edited.replaceAll('"what":"', '"what":"Not ');
    const again = await comeBack(host, fileName, changed);
    expect(again.doubts.join(' ')).toContain('source cards');
    expect(await markdownOf(host, id)).not.toContain('Not Nine calls');
  });

  it('merges the review of a .dateline copy, and makes suggestions of its text', {
    timeout: 60_000,
  }, async () => {
    const { host, id } = await sentOut();
    const { fileName, bytes } = await exported(host, id, 'dateline');
    const reader = await newHost();
    const copy = await comeBack(reader, fileName, bytes);
    const window = await openWindow(reader.call, copy.id, 'reader');
    window.type('plan', 'A reader wrote this.');
    await window.save();
    const at = '2026-11-20T10:00:00.000Z';
    const signOff = { kind: 'signOff', id: 'signed', at, by: 'Ines', part: 'plan', isSigned: true } as const;
    const origin = { kind: 'here', file: '' } as const;
    const record = { ...signOff, origin, version: 'v', draft: 1, note: '' };
    await reader.call('review.add', { id: copy.id, records: [record] });
    const returned = await exported(reader, id, 'dateline');
    const back = await comeBack(host, returned.fileName, returned.bytes);
    // In the file it says that it was signed here; whoever sent the file may have written that.
    expect((await host.call('narratives.open', { id })).review.signed).toMatchObject({
      by: 'Ines',
      origin: { kind: 'package', file: returned.fileName },
    });
    expect(back).toMatchObject({ id, review: { suggestions: 1, known: 0 }, doubts: [] });
    expect(await comeBack(host, returned.fileName, returned.bytes)).toMatchObject({
      review: { suggestions: 0, known: 2 },
    });
  });
});

describe('a remark in a copy that comes back', () => {
  it('is known when it left with it, and else is put on its words by the ids that they have here', {
    timeout: 60_000,
  }, async () => {
    const { host, id } = await sentOut();
    const window = await openWindow(host.call, id, 'author');
    const place = async (record: ReviewRecord) => {
      if (record.kind !== 'comment') throw new Error('only comments came back');
      const { state } = await host.call('narratives.open', { id });
      const text = readPartText(
        partFragment(decodeNarrativeDoc(Buffer.from(state, 'base64')), record.anchor.part),
      );
      const placed = placeAnchor(text, record.anchor);
      if (placed.state === 'orphan') return placed.state;
      return [placed.state, createAnchor(text, record.anchor.part, placed).quote];
    };
    const text = readPartText(partFragment(window.doc, 'plan'));
    const from = text.lines[1]?.from ?? 0;
    const anchor = createAnchor(text, 'plan', { from, to: from + 6 });
    const said = { at: '2027-03-01T10:00:00.000Z', by: 'Ines', origin: { kind: 'here', file: '' } } as const;
    const remark: ReviewRecord = { ...said, id: 'r1', kind: 'comment', anchor, text: 'Who says so?' };
    await host.call('review.add', { id, records: [remark] });
    const options = { ...everything, comments: true };
    const { fileName, bytes } = await exportedWith(host, { id, format: 'docx', options });
    const untouched = { comments: 0, suggestions: 0, known: 1 };
    expect(await comeBack(host, fileName, bytes)).toMatchObject({ review: untouched });
    const files = unzipSync(bytes);
    const comments = strFromU8(files['word/comments.xml'] ?? new Uint8Array());
    files['word/comments.xml'] = strToU8(comments.replace('Who says so?', 'And who pays?'));
    const added = { comments: 1, suggestions: 0, known: 0 };
    expect(await comeBack(host, fileName, Buffer.from(zipSync(files)))).toMatchObject({ review: added });
    const records = (await recordsOf(host, id)) as ReviewRecord[];
    expect(records).toHaveLength(2);
    for (const record of records) expect(await place(record)).toEqual(['exact', anchor.quote]);
  });
});
