import { parse } from 'yaml';
import { z } from 'zod';
import { type NarrativeMeta, narrativeMetaSchema, narrativeStages } from '../../narrative/meta';
import { gateSchema, markedStates, type NarrativeContent } from '../../narrative/narrativeDoc';
import { partKeys } from '../../narrative/parts';
import { type ListedRecords, noRecords, readRecordLists } from './recordLists';

export interface FrontMatter {
  /** True when the file says that it is in our own format. */
  isDialect: boolean;
  title: string;
  meta: Partial<NarrativeMeta>;
  states: NarrativeContent['states'];
  gate: NarrativeContent['gate'];
  /** What the narrative knows besides its text; source cards stand in footnotes. */
  records: ListedRecords;
  /** The text below, and the front matter itself where it could not be read. */
  body: string;
  unread: string;
}

/** What is known of a text without front matter, its words apart. */
export const nothingRead = {
  isDialect: false,
  title: '',
  meta: {},
  states: {},
  gate: null,
  records: noRecords,
  unread: '',
} satisfies Omit<FrontMatter, 'body'>;

const block = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;
const fields = z.looseObject({
  dateline: z.unknown().optional(),
  title: z.union([z.string(), z.number()]).transform(String).catch(''),
  name: narrativeMetaSchema.shape.name.optional().catch(undefined),
  draft: narrativeMetaSchema.shape.draft.optional().catch(undefined),
  language: narrativeMetaSchema.shape.language.optional().catch(undefined),
  stage: z.enum(narrativeStages).optional().catch(undefined),
  confidentiality: narrativeMetaSchema.shape.confidentiality.optional().catch(undefined),
  states: z.partialRecord(z.enum(partKeys), z.enum(markedStates)).catch({}),
  gate: gateSchema.catch(null),
});

/** Splits a text into its front matter and the rest. Front matter that is no YAML stays part of the text. */
export function readFrontMatter(text: string): FrontMatter {
  const unix = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const match = block.exec(unix);
  const parsed = fields.safeParse(match ? parseYaml(match[1] ?? '') : null);
  if (!match || !parsed.success) return { ...nothingRead, body: unix };
  const { name, draft, language, stage, confidentiality, states, gate, dateline } = parsed.data;
  const meta = dropUndefined({ name, draft, language, stage, confidentiality });
  return {
    isDialect: dateline === 1,
    title: parsed.data.title,
    meta,
    states,
    gate,
    records: readRecordLists(parsed.data),
    body: unix.slice(match[0].length),
    unread: dateline === 1 ? '' : (match[1] ?? ''),
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
