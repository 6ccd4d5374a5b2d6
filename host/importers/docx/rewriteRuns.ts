import { joinTexts } from '../../../core/import/markdown/readInlines';
import type { RichMark, RichNode } from '../../../core/narrative/richText';
import type { Rewriting } from './rewriteBody';
import type { Author, TrackedChange } from './trackedChanges';
import {
  childrenNamed,
  isXmlElement,
  type XmlElement,
  type XmlNode,
  xmlAttribute,
  xmlChild,
} from './xmlTree';

/** A paragraph's runs as they were before all changes, and what the changes are. */
export interface RewrittenRuns {
  /** With marks for the places of changes and remarks. */
  nodes: XmlElement[];
  was: RichNode[];
  now: RichNode[];
  changes: TrackedChange[];
}

type Tracked = Author & { kind: 'insert' | 'delete' };

/** A change that the next one may continue: a word taken out and another put in are one change. */
interface OpenChange {
  change: TrackedChange & { kind: 'words' };
  end: XmlElement;
}

const wrappers = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:fldSimple',
  'w:customXml',
  'w:bdo',
  'w:dir',
]);
const kept = new Set(['w:sdtPr', 'w:fldChar', 'w:instrText']);

/** Rewrites what stands in a paragraph. */
export function rewriteRuns(children: readonly XmlNode[], rewriting: Rewriting): RewrittenRuns {
  const result: RewrittenRuns = { nodes: [], was: [], now: [], changes: [] };
  new RunWriter(rewriting, result).writeAll(children, null);
  return { ...result, was: joinTexts(result.was), now: joinTexts(result.now) };
}

class RunWriter {
  readonly #rewriting: Rewriting;
  readonly #result: RewrittenRuns;
  #nodes: XmlElement[];
  #open: OpenChange | null = null;
  /** The run written last, and how its words look where it holds nothing else. */
  #latest: { last: XmlElement | null; look: string | null } = { last: null, look: null };

  constructor(rewriting: Rewriting, result: RewrittenRuns) {
    this.#rewriting = rewriting;
    this.#result = result;
    this.#nodes = result.nodes;
  }

  writeAll(children: readonly XmlNode[], tracked: Tracked | null): void {
    for (const child of children) if (isXmlElement(child)) this.#write(child, tracked);
  }

  #write(element: XmlElement, tracked: Tracked | null): void {
    const { name } = element;
    const kind =
      name === 'w:ins' || name === 'w:moveTo'
        ? 'insert'
        : name === 'w:del' || name === 'w:moveFrom'
          ? 'delete'
          : null;
    if (kind) {
      // What one person put in and another took out again was in neither text.
      if (tracked && tracked.kind !== kind) this.#marksOnly(element);
      else this.writeAll(element.children, { kind, ...authorOf(element) });
    } else if (name === 'w:commentRangeStart')
      this.#nodes.push(this.#rewriting.mark(`c${xmlAttribute(element, 'w:id')}a`));
    else if (name === 'w:commentRangeEnd')
      this.#nodes.push(this.#rewriting.mark(`c${xmlAttribute(element, 'w:id')}b`));
    else if (wrappers.has(name)) this.#writeWrapped(element, tracked);
    else if (name === 'w:r') this.#writeRun(element, tracked);
    else if (kept.has(name)) this.#nodes.push(element);
    else if (name.startsWith('m:')) this.#nodes.push(...mathWords(element));
  }

  #marksOnly(element: XmlElement): void {
    for (const child of element.children.filter(isXmlElement)) {
      if (child.name.startsWith('w:comment')) this.#write(child, null);
      else this.#marksOnly(child);
    }
  }

  /** Links hold no marks, since a link within a link would end it: they stand before or after it. */
  #writeWrapped(element: XmlElement, tracked: Tracked | null): void {
    const outer = this.#nodes;
    const inner: XmlElement[] = [];
    this.#nodes = inner;
    this.writeAll(element.children, tracked);
    this.#nodes = outer;
    const isMark = (node: XmlElement) => this.#rewriting.isMark(node);
    if (element.name !== 'w:hyperlink') {
      outer.push({ ...element, children: inner });
      return;
    }
    const isEnd = (node: XmlElement) => isMark(node) && xmlAttribute(node, 'w:name').endsWith('b');
    outer.push(...inner.filter((node) => isMark(node) && !isEnd(node)));
    outer.push({ ...element, children: inner.filter((node) => !isMark(node)) });
    outer.push(...inner.filter(isEnd));
  }

  #writeRun(run: XmlElement, tracked: Tracked | null): void {
    for (const reference of childrenNamed(run, 'w:commentReference'))
      this.#nodes.push(this.#rewriting.mark(`c${xmlAttribute(reference, 'w:id')}r`));
    const lean = this.#rewriting.leanRun(run);
    if (lean.children.every((child) => isXmlElement(child) && child.name === 'w:rPr')) return;
    const inlines = readRun(lean, this.#rewriting);
    if (tracked === null) {
      this.#open = null;
      this.#writeLean(lean);
      this.#result.was.push(...inlines);
      this.#result.now.push(...inlines);
    } else this.#writeTracked(lean, inlines, tracked);
  }

  /** Word processors part words into many runs that look alike. */
  #writeLean(lean: XmlElement): void {
    const look = isOnlyWords(lean) ? lookOf(lean) : null;
    const { last } = this.#latest;
    if (last && last === this.#nodes.at(-1) && look !== null && look === this.#latest.look)
      for (const words of childrenNamed(lean, 'w:t')) last.children.push(words);
    else {
      this.#nodes.push(lean);
      this.#latest = { last: lean, look };
    }
  }

  #writeTracked(lean: XmlElement, inlines: RichNode[], { kind, by, at }: Tracked): void {
    const { log, mark } = this.#rewriting;
    if (kind === 'insert' && holdsPicture(lean)) log.pictures += 1;
    const open = this.#open?.change.by === by ? this.#open : this.#begin({ by, at });
    if (kind === 'insert') {
      open.change.now = joinTexts([...open.change.now, ...inlines]);
      this.#result.now.push(...inlines);
      return;
    }
    open.change.was = joinTexts([...open.change.was, ...inlines]);
    this.#result.was.push(...inlines);
    const at0 = this.#nodes.indexOf(open.end);
    if (at0 !== -1) this.#nodes.splice(at0, 1);
    open.end = mark(open.change.to);
    this.#nodes.push(lean, open.end);
  }

  #begin(author: Author): OpenChange {
    const { mark, nextName } = this.#rewriting;
    const name = nextName();
    const change = { kind: 'words' as const, ...author, from: `${name}a`, to: `${name}b`, was: [], now: [] };
    const end = mark(change.to);
    this.#nodes.push(mark(change.from), end);
    this.#result.changes.push(change);
    this.#open = { change, end };
    return this.#open;
  }
}

export function authorOf(element: XmlElement): Author {
  return { by: xmlAttribute(element, 'w:author'), at: xmlAttribute(element, 'w:date') };
}

const isOnlyWords = (run: XmlElement) =>
  run.children.every((child) => isXmlElement(child) && (child.name === 'w:t' || child.name === 'w:rPr'));

function lookOf(run: XmlElement): string {
  const properties = xmlChild(run, 'w:rPr');
  return properties ? JSON.stringify(properties.children) : '';
}

const holdsPicture = (run: XmlElement) =>
  run.children.some(
    (child) => isXmlElement(child) && ['w:drawing', 'w:pict', 'w:object'].includes(child.name),
  );

/** The words of a run with the marks that they carry. */
function readRun(run: XmlElement, { footnoteText, styles }: Rewriting): RichNode[] {
  const properties = xmlChild(run, 'w:rPr');
  const marks: RichMark[] = styles.isCode(properties)
    ? [{ type: 'code' }]
    : [
        ...(isOn(properties, 'w:b') ? [{ type: 'bold' as const }] : []),
        ...(isOn(properties, 'w:i') ? [{ type: 'italic' as const }] : []),
        ...(isOn(properties, 'w:strike') ? [{ type: 'strike' as const }] : []),
      ];
  const withMarks = marks.length > 0 ? { marks } : {};
  return run.children.filter(isXmlElement).flatMap((child): RichNode[] => {
    if (child.name === 'w:br' || child.name === 'w:cr') return [{ type: 'hardBreak', ...withMarks }];
    if (child.name === 'w:footnoteReference')
      return [{ type: 'footnote', attrs: { text: footnoteText(xmlAttribute(child, 'w:id')) } }];
    const text = wordsOf(child);
    return text === '' ? [] : [{ type: 'text', text, ...withMarks }];
  });
}

function wordsOf(element: XmlElement): string {
  if (element.name === 'w:t') return element.children.filter((child) => typeof child === 'string').join('');
  if (element.name === 'w:tab') return ' ';
  return element.name === 'w:noBreakHyphen' ? '\u2011' : '';
}

export function isOn(properties: XmlElement | undefined, name: string): boolean {
  const found = xmlChild(properties, name);
  return found !== undefined && !['0', 'false', 'off', 'none'].includes(xmlAttribute(found, 'w:val'));
}

/** Formulas are kept as the letters in them. */
function mathWords(element: XmlElement): XmlElement[] {
  const letters = (node: XmlNode): string =>
    typeof node === 'string'
      ? node
      : node.children
          .map((child) => (isXmlElement(child) || node.name === 'm:t' ? letters(child) : ''))
          .join('');
  const text = letters(element);
  if (text.trim() === '') return [];
  return [{ name: 'w:r', attributes: [], children: [{ name: 'w:t', attributes: [], children: [text] }] }];
}
