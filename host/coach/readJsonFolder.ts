import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { parseJsonFile, tellFault } from '../../core/json/jsonFile';

/** Files of one folder, read and checked one by one: what is wrong with one never hides the others. */
export interface JsonFolder<T> {
  values: T[];
  /** Files that were left out, with the line that is wrong. */
  problems: string[];
}

interface FolderReading<T> {
  folder: string;
  schema: z.ZodType<T>;
  /** Further demands on a file that fits the schema; each problem is a sentence. */
  check?: (value: T, text: string) => string[];
  leaveOut?: string;
}

/** Reads every JSON file of a folder in the order of names; a folder that is not there holds none. */
export async function readJsonFolder<T>(reading: FolderReading<T>): Promise<JsonFolder<T>> {
  const read: JsonFolder<T> = { values: [], problems: [] };
  for (const name of await jsonFiles(reading.folder)) {
    if (name === reading.leaveOut) continue;
    const file = await readJson(join(reading.folder, name), reading);
    if (file.ok) read.values.push(file.value);
    else read.problems.push(...file.problems.map((problem) => `${name}, ${problem} This file was left out.`));
  }
  return read;
}

type ReadJson<T> = { ok: true; value: T } | { ok: false; problems: string[] };

async function readJson<T>(path: string, { schema, check }: FolderReading<T>): Promise<ReadJson<T>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { ok: false, problems: ['which could not be read.'] };
  }
  const file = parseJsonFile(text.replace(/^\uFEFF/u, ''));
  if (!file.ok) return { ok: false, problems: [file.problem] };
  const parsed = schema.safeParse(file.value);
  if (!parsed.success) return { ok: false, problems: [tellFault(text, parsed.error)] };
  const problems = check?.(parsed.data, text) ?? [];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

async function jsonFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw thrown;
  }
}
