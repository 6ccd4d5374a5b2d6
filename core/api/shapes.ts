import { z } from 'zod';
import { surenessLevels } from '../import/importedNarrative';
import { narrativeIdSchema, narrativeMetaSchema, narrativeStages } from '../narrative/meta';
import { partStates } from '../narrative/partState';
import { partKeys } from '../narrative/parts';
import { roleSchema } from '../team/role';

/** Bytes in a JSON message. */
export const base64Schema = z.base64();

/** One line of the library: all a card shows, without opening the file. */
export const narrativeSummarySchema = z.object({
  meta: narrativeMetaSchema,
  heading: z.string(),
  /** Text of the release's dateline section, such as "Leeds, 14 September 2027"; '' when unwritten. */
  dateline: z.string(),
  states: z.record(z.enum(partKeys), z.enum(partStates)),
  words: z.int().min(0),
  openQuestions: z.int().min(0),
  /** Parts that say something else than when they were reviewed. */
  changedSinceReview: z.int().min(0).default(0),
});
export type NarrativeSummary = z.infer<typeof narrativeSummarySchema>;

/** Something that happened to a file which its owner should know; shown as a banner until put away. */
export const noticeSchema = z.object({
  /** What kind of event it was, for the banner's icon and tests. */
  kind: z.enum([
    'recovered',
    'restored-backup',
    'changed-outside',
    'index-rebuilt',
    'left-alone',
    'templates',
    'gone',
    'read-only',
  ]),
  message: z.string(),
  /** The narrative it is about, and the copy that was kept, where there is one. */
  narrativeId: narrativeIdSchema.optional(),
  copyId: narrativeIdSchema.optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const librarySortSchema = z.enum(['edited', 'created', 'heading', 'launch']);
export const stageFilterSchema = z.enum(['all', ...narrativeStages]);

export const librarySchema = z.object({
  items: z.array(narrativeSummarySchema),
  /** Narratives that match the filter, of which `items` is one page. */
  total: z.int(),
  counts: z.record(stageFilterSchema, z.int()),
  trashCount: z.int(),
  /** The folder, for people. */
  folder: z.string(),
  lastBackupAt: z.iso.datetime().nullable(),
  /** The narrative that was edited last, whatever the filter; null in an empty library. */
  latest: narrativeSummarySchema.nullable(),
  notices: z.array(noticeSchema),
});
export type Library = z.infer<typeof librarySchema>;

export const trashItemSchema = z.object({
  id: narrativeIdSchema,
  heading: z.string(),
  trashedAt: z.iso.datetime(),
  /** The day until which it is kept at least: 30 days after it was put there. */
  erasedOn: z.iso.datetime(),
});

export const searchHitSchema = z.object({
  id: narrativeIdSchema,
  heading: z.string(),
  part: z.enum(partKeys),
  /** Plain text around the match; the match itself is `match`. */
  before: z.string(),
  match: z.string(),
  after: z.string(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchAnswerSchema = z.object({
  hits: z.array(searchHitSchema),
  /** Narratives read so far and in all; they differ while the index is being built. */
  indexed: z.int(),
  total: z.int(),
});

export const backupSchema = z.object({
  /** Names the backup within its narrative. */
  name: z.string().regex(/^[0-9TZ-]{8,40}$/),
  takenAt: z.iso.datetime(),
  words: z.int(),
});

export const openedNarrativeSchema = z.object({
  meta: narrativeMetaSchema,
  /** The whole shared document in Yjs V2 encoding. */
  state: base64Schema,
  /** Everything said about it, by id; `knownRecords` reads it. */
  review: z.record(z.string(), z.unknown()),
  notices: z.array(noticeSchema),
  /** What whoever opened it may do with it. */
  role: roleSchema,
});

export const savedSchema = z.object({ savedAt: z.iso.datetime() });

export const exportFormats = ['pdf', 'docx', 'md', 'html', 'txt', 'dateline'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A team's own picture, by the name it is stored under, with the words that stand for it. */
export const logoSchema = z.object({ asset: z.string().min(1).max(200), alt: z.string().max(200) });
export type Logo = z.infer<typeof logoSchema>;

export const exportLayouts = ['release', 'narrative', 'reading'] as const;
export type ExportLayout = (typeof exportLayouts)[number];

export const exportOptionsSchema = z.object({
  /**
   * 'release' is exactly the press release; 'narrative' is every chosen part; 'reading' is the same for a silent
   * reading on paper, with room for notes. Formats without pages take it as 'narrative'.
   */
  layout: z.enum(exportLayouts),
  /** Parts to include, in rail order; ignored by the layout 'release'. */
  parts: z.array(z.enum(partKeys)),
  paper: z.enum(['a4', 'letter']),
  standard: z.enum(['ua-1', 'a-2a', 'none']),
  lineNumbers: z.boolean(),
  /** Source cards of claims as footnotes. The release alone, which the world would read, never has them. */
  evidence: z.boolean(),
  /** What lies in the “How” drawer, as an appendix; never beside the release alone. */
  drawer: z.boolean(),
  /** What keeps each promise, as cross-references and an appendix; never beside the release alone. */
  thread: z.boolean(),
  /** What reviewers remarked, with their names; never beside the release alone. */
  comments: z.boolean(),
  /** Minutes of meetings that were closed, whole, as an appendix; never beside the release alone. */
  minutes: z.boolean(),
  /** Id of the meeting whose minutes are meant; '' for all of them. */
  meeting: z.string().max(100),
  /** Printed at the top of the first page; null for none. */
  logo: logoSchema.nullable(),
  /** Printed in place of the draft's number, such as "Board meeting"; '' for the number. */
  versionLabel: z.string().max(60),
  confidentiality: z.string().max(200),
});
export type ExportOptions = z.infer<typeof exportOptionsSchema>;

export const defaultExportOptions: ExportOptions = {
  layout: 'narrative',
  parts: partKeys.filter((key) => key !== 'brief'),
  paper: 'a4',
  standard: 'ua-1',
  lineNumbers: false,
  evidence: true,
  drawer: false,
  thread: true,
  comments: false,
  minutes: false,
  meeting: '',
  logo: null,
  versionLabel: '',
  confidentiality: '',
};

/** What a format could not carry or had to change, as a sentence for the writer. */
export const exportWarningSchema = z.object({
  code: z.enum([
    'missing-glyphs',
    'missing-picture',
    'missing-file',
    'too-large-to-import',
    'unsafe-link',
    'empty-link',
    'control-characters',
    'no-alt-text',
    'standard-dropped',
    'table-simplified',
    'attribute-lost',
    'over-one-page',
    'version-not-kept',
    'comments-left-out',
    'pages-left-open',
  ]),
  message: z.string(),
  part: z.enum(partKeys).optional(),
});
export type ExportWarning = z.infer<typeof exportWarningSchema>;

export const exportedSchema = z.object({
  fileName: z.string(),
  mime: z.string(),
  /** The file, when the shell cannot save it itself. */
  data: base64Schema.nullable(),
  /** Where it was saved, when the shell asked for a place; null when the person closed the dialog. */
  savedTo: z.string().nullable(),
  warnings: z.array(exportWarningSchema),
});
export type Exported = z.infer<typeof exportedSchema>;

/** A place in the text of a part, by the letters before it, counted without white space. */
export const letterPlaceSchema = z.object({ part: z.enum(partKeys), letters: z.int().min(0) });
export type LetterPlace = z.infer<typeof letterPlaceSchema>;

/** What came of exporting every narrative. */
export const exportedAllSchema = z.object({
  total: z.int(),
  exported: z.int(),
  failed: z.array(z.object({ id: narrativeIdSchema, name: z.string(), message: z.string() })),
  /** The folder, where the shell asked for one; null when the person closed the dialog. */
  savedTo: z.string().nullable(),
  /** One zip of them all, when the shell cannot save files itself. */
  data: base64Schema.nullable(),
});
export type ExportedAll = z.infer<typeof exportedAllSchema>;

export const previewSchema = z.object({
  pageCount: z.int(),
  page: z.int(),
  /** One page as an SVG document. */
  svg: z.string(),
  warnings: z.array(exportWarningSchema),
});

export const pageGaugeSchema = z.object({
  /** Pages of the press release as it would be printed. */
  releasePages: z.int(),
  /** How full the release's last page is, 0 to 1. */
  lastPageFill: z.number(),
  /** Section whose text begins on page 2 of the release; null while it fits on one. */
  secondPageSection: z.string().nullable(),
  /** Where pages of the release begin: before this letter of it, counted from 0 without the white space. */
  releaseBreaks: z.array(z.object({ page: z.int(), letters: z.int() })),
  /** First and last page of each part in the layout 'narrative'. */
  parts: z.array(z.object({ part: z.enum(partKeys), first: z.int(), last: z.int() })),
});
export type PageGauge = z.infer<typeof pageGaugeSchema>;

export const findingSchema = z.object({
  rule: z.string(),
  level: z.enum(['stop', 'fix', 'look']),
  part: z.enum(partKeys),
  section: z.string(),
  quote: z.string(),
  /** Character offsets of the quote in the section's plain text. */
  from: z.int(),
  to: z.int(),
  question: z.string(),
  why: z.string(),
  /** Names a question of the coach for as long as its words stay the same; setting it aside hangs on this. */
  id: z.string().optional(),
  title: z.string().optional(),
  /** The same idea written twice, to show what the question is after. */
  example: z.object({ weak: z.string(), better: z.string() }).optional(),
  /** The rule's help page, as plain paragraphs. */
  help: z.string().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A doubt about spelling or grammar; offsets count as those of a finding. */
export const grammarFindingSchema = findingSchema
  .pick({ part: true, section: true, quote: true, from: true, to: true })
  .extend({
    kind: z.enum(['spelling', 'grammar']),
    /** What is doubted, as a sentence. */
    message: z.string(),
    /** Words that could stand there instead. */
    suggestions: z.array(z.string()),
  });
export type GrammarFinding = z.infer<typeof grammarFindingSchema>;

/** One block of an import where it lies, and how sure that is. */
export const importedBlockSchema = z.object({
  words: z.string().max(400),
  part: z.enum(partKeys),
  section: z.string(),
  index: z.int().min(0),
  sure: z.enum(surenessLevels),
  reason: z.string(),
});

export const importedSchema = z.object({
  id: narrativeIdSchema,
  title: z.string(),
  /** What landed where. */
  parts: z.array(z.object({ part: z.enum(partKeys), section: z.string(), blocks: z.int() })),
  /** What a person should look at, one sentence each. */
  doubts: z.array(z.string()),
  /** Where each block of a text from elsewhere was placed, and how sure that is; empty for our own formats. */
  blocks: z.array(importedBlockSchema),
  /** How many threads of remarks and how many suggested changes came along. */
  comments: z.int(),
  suggestions: z.int(),
  /** Present where the file was a copy of this narrative that came back: what it brought to review. */
  review: z
    .object({
      comments: z.int(),
      suggestions: z.int(),
      /** Remarks and suggestions that were there already. */
      known: z.int(),
      /** Present for what the reader of a packet gave back, which is no copy. */
      isAnswer: z.literal(true).optional(),
    })
    .optional(),
});
export type Imported = z.infer<typeof importedSchema>;

/** The folder that mirrors a narrative on this machine. */
export const mirrorStateSchema = z.object({
  /** Null where there is none. */
  folder: z.string().nullable(),
  /** Files that somebody changed, which are not written again before that is settled. */
  waiting: z.array(
    z.object({
      file: z.string(),
      /** Changes to review that came of it. */
      suggestions: z.int(),
      /** Why it was not taken, as a sentence; '' where it was. */
      reason: z.string(),
    }),
  ),
  /** Why the folder is not up to date, as a sentence; '' where it is. */
  trouble: z.string(),
});
export type MirrorState = z.infer<typeof mirrorStateSchema>;

export const evidenceTagLooks = ['words', 'glyphs', 'off'] as const;

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Name used for owner fields and, later, review records. */
  author: z.string().max(100),
  language: z.string().max(35),
  spellcheck: z.boolean(),
  paper: z.enum(['a4', 'letter']),
  /** What exports begin with; null until a team has chosen one. */
  logo: logoSchema.nullable(),
  /** How claims are tagged on the sheet. */
  evidenceTags: z.enum(evidenceTagLooks),
  /** Shown once, then remembered as seen. */
  seenTips: z.array(z.string().max(60)).max(100),
});
export type Settings = z.infer<typeof settingsSchema>;
/** Settings that somebody chose; all others are as they were. */
export const settingsPatchSchema = settingsSchema.partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

export const defaultSettings: Settings = {
  theme: 'system',
  author: '',
  language: 'en-GB',
  spellcheck: true,
  paper: 'a4',
  logo: null,
  evidenceTags: 'words',
  seenTips: [],
};

export const capabilitiesSchema = z.object({
  version: z.string(),
  /** True where menus are drawn by the system, so the app draws none. */
  nativeMenus: z.boolean(),
  /** True where saving asks for a place; otherwise files are handed to the browser as downloads. */
  saveDialog: z.boolean(),
  /** True where a folder can be chosen in a dialog; otherwise its path is written. */
  folderDialog: z.boolean(),
  /** Space the window controls take in the top bar, in CSS pixels. */
  titleBarInset: z.object({ left: z.int(), right: z.int() }),
  platform: z.enum(['mac', 'windows', 'linux']),
  folder: z.string(),
  /** The team whose server this is; null for a library of one's own. */
  team: z.object({ name: z.string().max(200) }).nullable(),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;
