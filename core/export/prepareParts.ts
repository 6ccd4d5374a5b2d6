import { isSafeLink } from '../import/links';
import { printable } from '../import/printable';
import { type PartKey, partDefinitions, partKeys } from '../narrative/parts';
import { type RichDoc, type RichMark, type RichNode, stringAttr } from '../narrative/richText';
import type { ExportDocument } from './exportDocument';
import type { ExportWarnings } from './exportWarnings';

/** A part as exporters may write it: no control characters, no links that could run or lead nowhere. */
export interface PreparedPart {
  key: PartKey;
  title: string;
  doc: RichDoc;
}

/** Parts that the options ask for, in rail order. */
export function chosenParts(document: ExportDocument): PartKey[] {
  if (document.options.layout === 'release') return ['release'];
  return partKeys.filter((key) => document.options.parts.includes(key));
}

/** Whether claims say what they rest on. */
export function showsEvidence({ options }: ExportDocument): boolean {
  return options.evidence && options.layout !== 'release';
}

/** Whether promises say what keeps them. */
export function showsThread({ options }: ExportDocument): boolean {
  return options.thread && options.layout !== 'release';
}

/** The chosen parts, cleaned of what no format may carry; each change is told in the warnings. */
export function prepareParts(document: ExportDocument, warnings: ExportWarnings): PreparedPart[] {
  return chosenParts(document).map((key) => ({
    key,
    title: partDefinitions[key].title,
    doc: cleanNode(document.content.parts[key], { part: key, warnings, document }) as RichDoc,
  }));
}

interface Cleaning {
  part: PartKey;
  warnings: ExportWarnings;
  document: ExportDocument;
}

function cleanNode(node: RichNode, cleaning: Cleaning): RichNode {
  const clean: RichNode = { ...node };
  if (node.text !== undefined) clean.text = cleanText(node.text, cleaning);
  if (node.attrs) clean.attrs = cleanAttrs(withFact(node, cleaning), cleaning);
  if (node.marks) {
    clean.marks = node.marks.filter((mark) => keepsMark(mark, cleaning));
    if (clean.marks.length === 0) delete clean.marks;
  }
  if (node.content) {
    clean.content = node.content
      .map((child) => cleanNode(child, cleaning))
      .filter((child) => child.type !== 'text' || child.text !== '');
  }
  return clean;
}

/** A field shows what is agreed on now, even where the text was last saved before that. */
function withFact(node: RichNode, { document }: Cleaning): Record<string, unknown> {
  const { facts } = document.content;
  const key = stringAttr(node, 'key');
  const fact = node.type === 'fact' && Object.hasOwn(facts, key) ? facts[key] : undefined;
  return fact ? { ...node.attrs, value: fact.value } : { ...node.attrs };
}

function cleanText(text: string, { part, warnings }: Cleaning): string {
  const clean = printable(text);
  if (clean !== text)
    warnings.add('control-characters', 'Control characters cannot be printed and were left out.', part);
  return clean;
}

function cleanAttrs(attrs: Record<string, unknown>, cleaning: Cleaning): Record<string, unknown> {
  const entries = Object.entries(attrs);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? cleanText(value, cleaning) : value]),
  );
}

function keepsMark(mark: RichMark, { part, warnings, document }: Cleaning): boolean {
  if (mark.type === 'evidence') return showsEvidence(document);
  if (mark.type === 'promise') return showsThread(document);
  if (mark.type !== 'link') return true;
  const href = typeof mark.attrs?.href === 'string' ? mark.attrs.href : '';
  if (href.trim() === '') {
    warnings.add('empty-link', 'A link without an address became plain text.', part);
    return false;
  }
  if (!isSafeLink(href) || printable(href) !== href) {
    const shown = printable(href).slice(0, 60);
    warnings.add(
      'unsafe-link',
      `The link “${shown}” became plain text: only web and mail addresses are kept.`,
      part,
    );
    return false;
  }
  return true;
}
