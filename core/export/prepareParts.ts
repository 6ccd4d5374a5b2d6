import { isSafeLink } from '../import/links';
import { printable } from '../import/printable';
import { type PartKey, partDefinitions, partKeys } from '../narrative/parts';
import { type MarkName, type RichMark, type RichNode, stringAttr } from '../narrative/richText';
import type { ExportDocument } from './exportDocument';
import type { ExportWarnings } from './exportWarnings';

/** A part as exporters may write it: no control characters, no links that could run or lead nowhere. */
export interface PreparedPart<Mark extends string = MarkName> {
  key: PartKey;
  title: string;
  doc: RichNode<Mark>;
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

/** Whether what reviewers said comes along. */
export function showsReview({ options }: ExportDocument): boolean {
  return options.comments && options.layout !== 'release';
}

/** The chosen parts, cleaned of what no format may carry; each change is told in the warnings. */
export function prepareParts(document: ExportDocument, warnings: ExportWarnings): PreparedPart[] {
  return prepareTexts(document, document.content.parts, warnings);
}

/** The same for texts that stand in for those of the parts, such as texts with marks of their review. */
export function prepareTexts<Mark extends string>(
  document: ExportDocument,
  texts: Readonly<Record<PartKey, RichNode<Mark>>>,
  warnings: ExportWarnings,
): PreparedPart<Mark>[] {
  return chosenParts(document).map((key) => ({
    key,
    title: partDefinitions[key].title,
    doc: cleanNode(texts[key], { part: key, warnings, document }),
  }));
}

interface Cleaning {
  part: PartKey;
  warnings: ExportWarnings;
  document: ExportDocument;
}

function cleanNode<Mark extends string>(node: RichNode<Mark>, cleaning: Cleaning): RichNode<Mark> {
  const clean = { ...node };
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
function withFact(node: RichNode<string>, { document }: Cleaning): Record<string, unknown> {
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

function keepsMark(mark: RichMark<string>, { part, warnings, document }: Cleaning): boolean {
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
