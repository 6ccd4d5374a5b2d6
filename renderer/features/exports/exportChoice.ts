import { defaultExportOptions, type ExportFormat, type ExportOptions } from '../../../core/api/shapes';
import type { NarrativeMeta } from '../../../core/narrative/meta';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partState } from '../../../core/narrative/partState';
import { type PartKey, partKeys } from '../../../core/narrative/parts';

/** One way to hand a narrative on. */
export interface ExportForm {
  key: string;
  title: string;
  line: string;
  format: ExportFormat;
  layout: ExportOptions['layout'];
  /** The verb on the button. */
  save: string;
}

export const exportForms = [
  {
    key: 'release',
    title: 'Press release, PDF',
    line: 'Exactly the one page',
    format: 'pdf',
    layout: 'release',
    save: 'Save PDF',
  },
  {
    key: 'narrative',
    title: 'Whole narrative, PDF',
    line: 'Chosen parts, contents, bookmarks',
    format: 'pdf',
    layout: 'narrative',
    save: 'Save PDF',
  },
  {
    key: 'reading',
    title: 'Reading copy, PDF',
    line: 'Line numbers and a wide margin, for a silent room',
    format: 'pdf',
    layout: 'reading',
    save: 'Save PDF',
  },
  {
    key: 'docx',
    title: 'Word document',
    line: 'To be edited and commented elsewhere',
    format: 'docx',
    layout: 'narrative',
    save: 'Save Word document',
  },
  {
    key: 'md',
    title: 'Markdown',
    line: 'For git, for editing elsewhere',
    format: 'md',
    layout: 'narrative',
    save: 'Save Markdown',
  },
  {
    key: 'html',
    title: 'Web page',
    line: 'One HTML file, for a phone or a wiki',
    format: 'html',
    layout: 'narrative',
    save: 'Save web page',
  },
  {
    key: 'txt',
    title: 'Plain text',
    line: 'To paste into a mail, 72 columns wide',
    format: 'txt',
    layout: 'narrative',
    save: 'Save plain text',
  },
  {
    key: 'dateline',
    title: 'Dateline file',
    line: 'Everything, to open in another Dateline',
    format: 'dateline',
    layout: 'narrative',
    save: 'Save Dateline file',
  },
] as const satisfies readonly ExportForm[];

/** Options to begin with: the written parts, on the paper of the settings, with the narrative's own note. */
export function firstOptions(
  content: NarrativeContent,
  meta: NarrativeMeta,
  { paper, logo }: Pick<ExportOptions, 'paper' | 'logo'>,
): ExportOptions {
  return {
    ...defaultExportOptions,
    parts: writtenParts(content).filter((part) => part !== 'brief'),
    paper,
    logo,
    confidentiality: meta.confidentiality,
  };
}

/** True where parts can be chosen. */
export function hasParts({ layout, format }: ExportForm): boolean {
  return layout !== 'release' && format !== 'dateline';
}

/** Parts that have something to print. */
export function writtenParts(content: NarrativeContent): PartKey[] {
  return partKeys.filter((part) => {
    const state = partState(content, part);
    return state !== 'empty' && state !== 'locked';
  });
}

/** The same parts with one put in or taken out, in rail order. */
export function togglePart(parts: readonly PartKey[], part: PartKey): PartKey[] {
  const isIn = parts.includes(part);
  return partKeys.filter((key) => (key === part ? !isIn : parts.includes(key)));
}
