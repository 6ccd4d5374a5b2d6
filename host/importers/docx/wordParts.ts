import { DatelineError } from '../../../core/api/errors';
import { UnpacksToTooMuch, unpack } from '../unpack';
import { otherPackage, refuseOtherKinds } from './refuseOtherKinds';
import { childrenNamed, parseXml, type XmlElement, xmlAttribute } from './xmlTree';

/** Far above what real documents hold, far below what would hurt this machine. */
const limits = { entries: 4000, inflatedBytes: 200_000_000, xmlBytes: 24_000_000 } as const;

/** A target of a part's relationships; one outside of the file is never followed, only linked to. */
export interface Relationship {
  id: string;
  type: string;
  target: string;
  isExternal: boolean;
}

/** The parts of a Word file that words and pictures come from. Everything in it was counted while it was unpacked. */
export interface WordParts {
  /** Path of the part with the text, such as `word/document.xml`. */
  main: string;
  /** A part's tree; null where the file has none of this path. */
  read: (path: string) => XmlElement | null;
  bytes: (path: string) => Uint8Array | null;
  relationsOf: (path: string) => Relationship[];
}

/** Unpacks a Word file within bounds. Throws `file-wrong-type`, `file-damaged` or `file-too-large`. */
export function openWordFile(bytes: Uint8Array): WordParts {
  refuseOtherKinds(bytes);
  const { files, names } = unpackOrRefuse(bytes);
  const parts = {
    bytes: (path: string) => files.get(path) ?? null,
    read: (path: string) => {
      const found = files.get(path);
      return found ? parseXml(found, path) : null;
    },
  };
  const relationsOf = (path: string) => readRelations(parts.read(relationsPath(path)), path);
  const main = relationsOf('').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  if (!files.has(main)) throw otherPackage(names);
  return { ...parts, main, relationsOf };
}

function unpackOrRefuse(bytes: Uint8Array): { files: Map<string, Uint8Array>; names: Set<string> } {
  const names = new Set<string>();
  const isWanted = (name: string) => {
    names.add(name);
    return isXml(name)
      ? !/^(?:customXml|docProps(?!\/(?:core|custom)\.xml$))\//u.test(name)
      : /\/media\//u.test(name);
  };
  try {
    const { files } = unpack(bytes, {
      ...limits,
      isWanted,
      mostBytes: (name) => (isXml(name) ? limits.xmlBytes : limits.inflatedBytes),
    });
    return { files, names };
  } catch (thrown) {
    throw thrown instanceof UnpacksToTooMuch ? tooMuch() : cutShort();
  }
}

const isXml = (name: string) => /\.(?:xml|rels)$/iu.test(name);

/** Where the relationships of a part lie; those of the whole file for ''. */
function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function readRelations(tree: XmlElement | null, path: string): Relationship[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return (tree ? childrenNamed(tree, 'Relationship') : []).map((relation) => {
    const isExternal = xmlAttribute(relation, 'TargetMode') === 'External';
    const target = xmlAttribute(relation, 'Target');
    return {
      id: xmlAttribute(relation, 'Id'),
      type: xmlAttribute(relation, 'Type').replace(/^.*\//u, ''),
      target: isExternal ? target : resolve(folder, target),
      isExternal,
    };
  });
}

/** A path within the file, from the folder that it is named in. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function cutShort(): DatelineError {
  return new DatelineError(
    'file-damaged',
    'This Word file was cut short or damaged on its way. Nothing was changed.',
    'Ask for it to be sent again, or open it in Word and save it anew.',
  );
}

function tooMuch(): DatelineError {
  return new DatelineError(
    'file-too-large',
    `Unpacked, this Word file would hold more than ${limits.xmlBytes / 1_000_000} MB of text, ${limits.inflatedBytes / 1_000_000} MB in all or ${limits.entries} pieces. Nothing was changed.`,
    'Copy the text that you need into a new document and import that.',
  );
}
