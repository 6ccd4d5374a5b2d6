import type { PartKey } from '../../narrative/parts';
import { partDefinitions, partKeys } from '../../narrative/parts';

/** What a comment in our Markdown may say; `docs/markdown-format.md` explains each. */
const markerNames = [
  'section',
  'question',
  'useCase',
  'step',
  'manual',
  'table',
  'as',
  'text',
  'heading',
  'evidence',
  'fact',
  'promise',
  'screen',
  'unwritten',
  'drawer',
  'thread',
  'minutes',
  'empty',
  'end',
] as const;
export type MarkerName = (typeof markerNames)[number];

export interface Marker {
  name: MarkerName;
  /** Section key or node name; '' for markers without one. */
  word: string;
  data: Record<string, unknown>;
}

const markerPattern = /^<!-- dateline ([a-zA-Z]+)(?: ([a-zA-Z][\w]{0,60}))?(?: (\{.*\}))? -->$/;

/** The comment for a marker. No text in its data can close the comment. */
export function formatMarker(name: MarkerName, word = '', data: Record<string, unknown> = {}): string {
  const json = Object.keys(data).length === 0 ? '' : ` ${escapeJson(JSON.stringify(data))}`;
  return `<!-- dateline ${name}${word === '' ? '' : ` ${word}`}${json} -->`;
}

/** Reads a comment; null for HTML that is not one of our markers. */
export function parseMarker(html: string): Marker | null {
  const match = markerPattern.exec(html.trim());
  const name = markerNames.find((known) => known === match?.[1]);
  if (!match || name === undefined) return null;
  const data = parseData(match[3]);
  return data === null ? null : { name, word: match[2] ?? '', data };
}

function escapeJson(json: string): string {
  return json.replace(/-(?=-)|(?<=-)-|[<>|\u007f-\uffff]/g, (char) => {
    const code = char.charCodeAt(0);
    return char === '-' || char === '<' || char === '>' || char === '|' || code < 0xa0 || isFormatting(code)
      ? `\\u${code.toString(16).padStart(4, '0')}`
      : char;
  });
}

/** Invisible characters that would make a comment's line read or break otherwise than it is. */
function isFormatting(code: number): boolean {
  return code === 0x2028 || code === 0x2029 || code === 0xfeff || (code >= 0x200b && code <= 0x202e);
}

function parseData(json: string | undefined): Record<string, unknown> | null {
  if (json === undefined) return {};
  try {
    const data: unknown = JSON.parse(json);
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** The part a first-level heading begins, or null when it is not the name of one. */
export function partOfTitle(title: string): PartKey | null {
  return partKeys.find((key) => partDefinitions[key].title === title.trim()) ?? null;
}

/** Word before a step's number in its heading, as in `### Step 2: Read the price`. */
export function stepHeading(number: number): string {
  return `Step ${number}`;
}

export const stepHeadingPattern = /^Step \d{1,4}(?:: |:?$)/;

/** What stands above words that cannot be written yet. */
export const unwrittenLead = 'Could not be written yet.';

/** What names of places begin with that links within an export lead to; reading back skips both. */
export const anchorPrefix = 'dl-';

/** True for an address that leads to a name of ours; nothing that people write is kept as such a link. */
export const isAnchorLink = (href: string): boolean => href.startsWith(`#${anchorPrefix}`);

/** The opening tag of such a name; its closing tag follows at once. */
export const anchorTag = (name: string): string => `<a id="${name}">`;

/** True for an opening tag that `anchorTag` makes. */
export const isAnchorTag = (html: string): boolean => /^<a id="dl-[a-z]+-[0-9a-f]+">$/.test(html);

/** Folder in which a narrative's pictures lie, relative to its text. */
export const assetFolder = 'assets/';
