import { emptyContent, type NarrativeContent } from '../../narrative/narrativeDoc';
import { type PartKey, partDefinitions, partKeys } from '../../narrative/parts';
import { isBlank, plainText } from '../../narrative/plainText';
import type { RichNode } from '../../narrative/richText';
import type { ExportMark } from '../../review/exportMark';
import type { ImportedNarrative } from '../importedNarrative';
import { readFrontMatter } from '../markdown/frontMatter';
import { readDialect } from '../markdown/readDialect';
import { noRecords } from '../markdown/recordLists';
import { countPlacements } from '../placements';
import { printable } from '../printable';
import { addUnplaced, unplacedTitle } from '../unplaced';
import { cardFileName, type FolderCard, readFolderCard } from './folderCard';

export interface ReadFolder extends ImportedNarrative {
  /** Null where the folder says nothing of the narrative that it shows. */
  mark?: ExportMark;
  card: FolderCard | null;
  /** The file of each part that was read. */
  fileOf: Partial<Record<PartKey, string>>;
  /** Files that were not taken, with the reason as a sentence. */
  refused: { path: string; reason: string }[];
}

/** Reads the texts of a folder, by their names in it. A part whose file is missing stays empty and unmarked. */
export function readFolder(texts: ReadonlyMap<string, string>): ReadFolder {
  const refused: ReadFolder['refused'] = [];
  const card = readCard(texts, refused);
  const content: NarrativeContent = { ...emptyContent(), ...recordsOf(card) };
  const fileOf: ReadFolder['fileOf'] = {};
  const doubts = new Set<string>();
  const strays: RichNode[] = [];
  for (const { part, path, front } of chooseFiles(texts, card, refused)) {
    const read = readDialect(front);
    content.parts[part] = read.content.parts[part];
    content.evidence = { ...content.evidence, ...read.content.evidence };
    strays.push(...strayBlocks(read, part));
    for (const doubt of read.doubts) doubts.add(doubt);
    fileOf[part] = path;
  }
  addUnplaced(content, strays);
  const parts = partKeys.filter((part) => fileOf[part] !== undefined);
  const mark = card && { id: card.id, version: card.version, parts, without: [] };
  return {
    ...{ content, meta: card?.meta ? withoutGaps(card.meta) : {}, title: card?.meta.name ?? '' },
    parts: countPlacements(content, partKeys),
    doubts: [...doubts],
    blocks: [],
    ...(mark ? { mark } : {}),
    ...{ card, fileOf, refused },
  };
}

function readCard(texts: ReadonlyMap<string, string>, refused: ReadFolder['refused']): FolderCard | null {
  const text = texts.get(cardFileName);
  if (text === undefined) return null;
  const read = readFolderCard(text);
  if (read.ok) return read.card;
  const reason = hasConflict(text)
    ? conflictReason(cardFileName)
    : read.reason === 'newer'
      ? `“${cardFileName}” comes from a newer Dateline.`
      : `“${cardFileName}” cannot be read.`;
  refused.push({ path: cardFileName, reason });
  return null;
}

function recordsOf(card: FolderCard | null): Partial<NarrativeContent> {
  if (!card) return noRecords;
  const evidence = Object.fromEntries(card.evidence.map((record) => [record.id, record]));
  return { states: card.states, gate: card.gate, ...card.records, evidence };
}

interface PartFile {
  part: PartKey;
  path: string;
  front: ReturnType<typeof readFrontMatter>;
}

/** The file for each part: the one that `narrative.json` names, else one that says which part it is. */
function chooseFiles(
  texts: ReadonlyMap<string, string>,
  card: FolderCard | null,
  refused: ReadFolder['refused'],
): PartFile[] {
  const files = [...texts].filter(([path]) => path.endsWith('.md')).sort(([a], [b]) => (a < b ? -1 : 1));
  const found: PartFile[] = [];
  for (const [path, text] of files) {
    const front = readFrontMatter(printable(text));
    const part = partOf(front);
    const known = partKeys.find((key) => card?.parts[key] === path);
    if (hasConflict(text)) refused.push({ path, reason: conflictReason(path) });
    else if (part) found.push({ part, path, front });
    else if (known) refused.push({ path, reason: `“${path}” does not read as a part of the narrative.` });
  }
  return partKeys.flatMap((part) => {
    const candidates = found.filter((file) => file.part === part);
    const chosen = candidates.find(({ path }) => card?.parts[part] === path) ?? candidates[0];
    for (const { path } of candidates) {
      if (path === chosen?.path) continue;
      refused.push({ path, reason: `“${path}” is a second text of ${partDefinitions[part].title}.` });
    }
    return chosen ? [chosen] : [];
  });
}

const firstTitle = /^# (.+?)[ \t]*$/m;

/** The part that a text of a folder says it is; null for any other text. */
export const partOfText = (text: string): PartKey | null => partOf(readFrontMatter(text));

/** The part that a text is: by its front matter, else by its first heading. */
function partOf({ isDialect, part, body }: ReturnType<typeof readFrontMatter>): PartKey | null {
  if (!isDialect || body.trim() === '') return null;
  const title = firstTitle.exec(body)?.[1];
  return (
    partKeys.find((key) => key === part) ??
    partKeys.find((key) => partDefinitions[key].title === title) ??
    null
  );
}

const conflictReason = (path: string) =>
  `“${path}” holds marks of a merge that was not finished (“<<<<<<<”).`;

/** Marks that git leaves in a text where it could not merge; three of them make one. */
export function hasConflict(text: string): boolean {
  return /^<{7} /m.test(text) && /^={7}\r?$/m.test(text) && /^>{7} /m.test(text);
}

/** What a part's file says besides its part; text before its heading was put into the plan by reading. */
function strayBlocks({ content }: ImportedNarrative, own: PartKey): RichNode[] {
  const others = partKeys.filter((part) => part !== own && !isBlank(content.parts[part]));
  return others
    .flatMap((part) => content.parts[part].content ?? [])
    .filter((node) => !isBlank(node) && !isUnplacedHeading(node));
}

const isUnplacedHeading = (node: RichNode) => node.type === 'heading' && plainText(node) === unplacedTitle;

function withoutGaps<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never;
}
