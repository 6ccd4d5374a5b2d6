import { parse } from 'yaml';
import { z } from 'zod';
import { type NarrativeMeta, narrativeMetaSchema, narrativeStages } from '../../narrative/meta';
import { gateSchema, markedStates, type NarrativeContent } from '../../narrative/narrativeDoc';
import { partKeys } from '../../narrative/parts';
import { type ExportMark, readExportMark } from '../../review/exportMark';
import { type ListedRecords, noRecords, readRecordLists } from './recordLists';

export interface FrontMatter {
  /** True when the file says that it is in our own format. */
  isDialect: boolean;
  /** The key of the part that the file holds alone; '' where it says nothing of the kind. */
  part: string;
  title: string;
  meta: Partial<NarrativeMeta>;
  states: NarrativeContent['states'];
  gate: NarrativeContent['gate'];
  /** What an export of ours says about itself; null in every other text. */
  mark: ExportMark | null;
  /** What the narrative knows besides its text; source cards stand in footnotes. */
  records: ListedRecords;
  /** The text below, and the fields that nothing here has a place for, as they stood. */
  body: string;
  unread: string;
}

/** What is known of a text without front matter, its words apart. */
export const nothingRead = {
  isDialect: false,
  part: '',
  title: '',
  meta: {},
  states: {},
  gate: null,
  mark: null,
  records: noRecords,
  unread: '',
} satisfies Omit<FrontMatter, 'body'>;

const block = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;
const fields = z.looseObject({
  dateline: z.unknown().optional(),
  part: z.string().catch(''),
  title: z.union([z.string(), z.number()]).transform(String).catch(''),
  name: narrativeMetaSchema.shape.name.optional().catch(undefined),
  draft: narrativeMetaSchema.shape.draft.optional().catch(undefined),
  language: narrativeMetaSchema.shape.language.optional().catch(undefined),
  stage: z.enum(narrativeStages).optional().catch(undefined),
  confidentiality: narrativeMetaSchema.shape.confidentiality.optional().catch(undefined),
  states: z.partialRecord(z.enum(partKeys), z.enum(markedStates)).catch({}),
  gate: gateSchema.catch(null),
});

/** Splits a text into its front matter and the rest. Fields that are no YAML are kept unread. */
export function readFrontMatter(text: string): FrontMatter {
  const unix = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const match = block.exec(unix);
  const parsed = fields.safeParse(match ? parseYaml(match[1] ?? '') : null);
  if (!match) return { ...nothingRead, body: unix };
  if (!parsed.success) return readBroken(unix, match);
  const { name, draft, language, stage, confidentiality, states, gate, dateline } = parsed.data;
  const meta = dropUndefined({ name, draft, language, stage, confidentiality });
  return {
    isDialect: dateline === 1,
    part: parsed.data.part,
    title: parsed.data.title,
    meta,
    states,
    gate,
    mark: dateline === 1 ? readExportMark(parsed.data) : null,
    records: readRecordLists(parsed.data),
    body: unix.slice(match[0].length),
    unread: dateline === 1 ? '' : without(readFields, match[1] ?? ''),
  };
}

const readFields = /^(?:title|name|draft|language|stage|confidentiality)\s*:/;

/** What is left of the fields when those that were read are taken out. */
function without(read: RegExp, yaml: string): string {
  return yaml
    .split('\n')
    .filter((line) => !read.test(line))
    .join('\n')
    .trim();
}

/**
 * Fields that are no YAML, such as a title with a bare colon or a value that runs over: kept as they stood, and
 * never read as prose. A stretch between two rules that holds no fields stays part of the text.
 */
function readBroken(unix: string, match: RegExpExecArray): FrontMatter {
  const unread = match[1] ?? '';
  if (!/^[A-Za-z][\w-]{0,40}:(?:\s|$)/.test(unread.trimStart())) return { ...nothingRead, body: unix };
  const title = /^title:[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([^\n]+))[ \t]*$/m.exec(unread);
  return {
    ...nothingRead,
    title: (title?.[1] ?? title?.[2] ?? title?.[3] ?? '').trim(),
    body: unix.slice(match[0].length),
    unread: without(/^title\s*:/, unread),
  };
}

function parseYaml(yaml: string): unknown {
  try {
    return parse(yaml, { maxAliasCount: 0 });
  } catch {
    return null;
  }
}

function dropUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never;
}
