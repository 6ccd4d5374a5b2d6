import { DatelineError } from '../../core/api/errors';
import { decodeNarrativeFile, type NarrativeFile } from '../../core/format/narrativeFile';
import { countPlacements } from '../../core/import/placements';
import {
  decodeNarrativeDoc,
  type NarrativeContent,
  readNarrativeDoc,
} from '../../core/narrative/narrativeDoc';
import { narrativeHeading } from '../../core/narrative/partState';
import { partKeys } from '../../core/narrative/parts';
import { findUnknownContent } from '../../core/narrative/preflight';
import type { ImportedFile } from './importFile';
import { UnpacksToTooMuch, unpack } from './unpack';

/** Far above what a real narrative holds, far below what would hurt this machine. */
const limits = { entries: 4000, inflatedBytes: 200_000_000 };

const narrativeName = 'narrative.json';
const assetName = /^assets\/([A-Za-z0-9][A-Za-z0-9_-]{0,120}\.(png|jpe?g|gif|webp|svg|bin))$/;

/** Reads a `.dateline` file: a zip of a narrative's JSON, pictures and attached files, or the JSON alone as a window saves it. */
export function readPackage(bytes: Uint8Array): ImportedFile {
  const { files, ignored } = isJson(bytes) ? loneNarrative(bytes) : unpackOrRefuse(bytes);
  const json = files.get(narrativeName);
  if (!json) throw damaged('There is no narrative in this file.');
  const file = decodeNarrativeFile(new TextDecoder().decode(json));
  const content = readContent(file);
  const { id, name, stage, draft, language, confidentiality } = file.meta;
  return {
    content,
    meta: { name, stage, draft, language, confidentiality },
    title: narrativeHeading(content, name),
    parts: countPlacements(content, partKeys),
    blocks: [],
    doubts:
      ignored === 0 ? [] : ['The file held things that are no part of a narrative. They were left out.'],
    pictures: [...files].flatMap(([path, data]) => toPicture(path, data)),
    original: { id, yjs: file.yjs, review: file.review },
  };
}

/** A copy that a window saved while its host was out of reach: pictures stayed in the library. */
function loneNarrative(bytes: Uint8Array): ReturnType<typeof unpack> {
  return { files: new Map([[narrativeName, bytes]]), ignored: 0 };
}

const isJson = (bytes: Uint8Array) => bytes[0] === '{'.charCodeAt(0);

function unpackOrRefuse(bytes: Uint8Array): ReturnType<typeof unpack> {
  try {
    return unpack(bytes, { ...limits, isWanted: (name) => name === narrativeName || assetName.test(name) });
  } catch (thrown) {
    throw thrown instanceof UnpacksToTooMuch
      ? tooMuch()
      : damaged('This file was cut short, or is no .dateline file.');
  }
}

function readContent(file: NarrativeFile): NarrativeContent {
  let unknown: string[];
  try {
    const doc = decodeNarrativeDoc(Buffer.from(file.yjs, 'base64'));
    unknown = findUnknownContent(doc);
    if (unknown.length === 0) return readNarrativeDoc(doc);
  } catch {
    throw damaged('The text in this file cannot be read.');
  }
  throw new DatelineError(
    'unknown-content',
    `This file holds something that this Dateline does not know (${unknown.slice(0, 3).join(', ')}). Nothing was changed.`,
    'Update Dateline and import it again.',
  );
}

function toPicture(path: string, bytes: Uint8Array): ImportedFile['pictures'] {
  const name = assetName.exec(path)?.[1];
  return name === undefined ? [] : [{ name, bytes }];
}

function damaged(message: string): DatelineError {
  return new DatelineError(
    'file-damaged',
    `${message} Nothing was changed.`,
    'Ask for the file to be sent again.',
  );
}

function tooMuch(): DatelineError {
  return new DatelineError(
    'file-too-large',
    `Unpacked, this file would hold more than ${limits.inflatedBytes / 1_000_000} MB or ${limits.entries} pictures. Nothing was changed.`,
    'Ask for a file with fewer or smaller pictures.',
  );
}
