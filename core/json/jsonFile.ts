import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { findJsonFault } from './jsonFault';

/** Where something stands in a text file, counted from 1. */
export interface TextPlace {
  line: number;
  column: number;
}

/** A file of settings as it was written, so that a fault in it can be pointed at. */
export type JsonFile = { ok: true; value: unknown } | { ok: false; problem: string };

/** Reads a JSON file; the problem is a sentence that names the line. */
export function parseJsonFile(text: string): JsonFile {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const { line, column } = placeOfOffset(text, findJsonFault(text) ?? text.length);
    return { ok: false, problem: `line ${line}, column ${column}: this is not valid JSON.` };
  }
}

/** The first fault of a value read from `text`, as a sentence that names the line and the place in the file. */
export function tellFault(text: string, error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'something in it is not as expected.';
  const strange = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...strange];
  const { line, column } = placeOfPath(text, path);
  const name = path.map(String).join(' › ');
  return `line ${line}, column ${column}${name === '' ? '' : ` (${name})`}: ${issue.message}`;
}

/** Where the value of a path stands; where it is missing, what it should stand in. */
export function placeOfPath(text: string, path: readonly PropertyKey[]): TextPlace {
  const document = parseDocument(text, { strict: false });
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (!node?.range) continue;
    return placeOfOffset(text, node.range[0]);
  }
  return { line: 1, column: 1 };
}

/** Line and column of an offset. */
export function placeOfOffset(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
