import { numberMark } from '../../../core/import/html/listNumbers';
import { joinTexts } from '../../../core/import/markdown/readInlines';
import type { RichNode } from '../../../core/narrative/richText';
import type { Rewriting } from './rewriteBody';
import { authorOf, isOn, type RewrittenRuns, rewriteRuns } from './rewriteRuns';
import type { Author, TrackedChange } from './trackedChanges';
import { childValue, isXmlElement, type XmlElement, type XmlNode, xmlChild } from './xmlTree';

/** A paragraph as it was and is, with what happened to its end: the end of a paragraph can be put in or taken out. */
interface Paragraph extends RewrittenRuns {
  /** Its properties before they were changed. */
  properties: XmlElement | undefined;
  end: (Author & { kind: 'insert' | 'delete' }) | null;
}

/** Paragraphs that stand right after each other, among other blocks, as they were before all changes. */
export function rewriteParagraphs(children: readonly XmlNode[], rewriting: Rewriting): XmlNode[] {
  const result: XmlNode[] = [];
  let run: Paragraph[] = [];
  // Between paragraphs, a remark begins with the next one and ends with the last.
  let waiting: XmlElement[] = [];
  const add = (paragraph: Paragraph) => {
    waiting = [];
    if (rewriting.styles.roleOf(paragraph.properties)?.kind === 'contents') rewriting.log.contents += 1;
    else run.push(paragraph);
  };
  const flush = () => {
    if (waiting.length > 0) add(readParagraph({ name: 'w:p', attributes: [], children: waiting }, rewriting));
    result.push(...new ParagraphWriter(rewriting).write(run));
    run = [];
  };
  for (const child of children.filter(isXmlElement)) {
    const last = run.at(-1);
    if (child.name === 'w:commentRangeEnd' && last && waiting.length === 0)
      last.nodes.push(...rewriteRuns([child], rewriting).nodes);
    else if (child.name.startsWith('w:commentRange')) waiting.push(child);
    else if (child.name === 'w:p')
      add(readParagraph({ ...child, children: [...waiting, ...child.children] }, rewriting));
    else {
      flush();
      result.push(child);
    }
  }
  flush();
  return result;
}

function readParagraph(element: XmlElement, rewriting: Rewriting): Paragraph {
  const now = xmlChild(element, 'w:pPr');
  const before = xmlChild(now, 'w:pPrChange');
  if (before) rewriting.log.formats += 1;
  const endMark = xmlChild(now, 'w:rPr');
  const inserted = xmlChild(endMark, 'w:ins') ?? xmlChild(endMark, 'w:moveTo');
  const deleted = xmlChild(endMark, 'w:del') ?? xmlChild(endMark, 'w:moveFrom');
  return {
    ...rewriteRuns(element.children, rewriting),
    properties: before ? xmlChild(before, 'w:pPr') : now,
    end: inserted
      ? { kind: 'insert', ...authorOf(inserted) }
      : deleted
        ? { kind: 'delete', ...authorOf(deleted) }
        : null,
  };
}

class ParagraphWriter {
  readonly #rewriting: Rewriting;
  readonly #result: XmlElement[] = [];
  /** Paragraphs that were put in, and wait for one that they stand before. */
  #inserted: Paragraph[] = [];
  #previous: Paragraph | null = null;

  constructor(rewriting: Rewriting) {
    this.#rewriting = rewriting;
  }

  write(paragraphs: readonly Paragraph[]): XmlElement[] {
    let chain: Paragraph[] = [];
    for (const paragraph of paragraphs) {
      if (isWhollyInserted(paragraph) && chain.length === 0) this.#inserted.push(paragraph);
      else if (isWhollyDeleted(paragraph) && chain.length === 0) this.#delete(paragraph);
      else {
        chain.push(paragraph);
        if (paragraph.end !== null && paragraph !== paragraphs.at(-1)) continue;
        this.#writeChain(chain);
        chain = [];
      }
    }
    if (this.#inserted.length > 0) this.#insertAfter(this.#previous, this.#inserted);
    return this.#result;
  }

  /** Paragraphs whose ends were put in or taken out, up to the first whose end was not. */
  #writeChain(chain: readonly Paragraph[]): void {
    const ends = new Set(chain.slice(0, -1).map(({ end }) => end?.kind));
    const carriers = chain.filter(({ was, now }) => (ends.has('insert') ? was : now).length > 0);
    if (ends.size > 1 || carriers.length > 1) this.#replace(chain);
    else if (ends.has('insert')) this.#splitOff(chain, carriers[0]);
    else for (const paragraph of chain) this.#keepOrDelete(paragraph, chain.length > 1);
  }

  #keepOrDelete(paragraph: Paragraph, inChain: boolean): void {
    if (inChain && paragraph.now.length === 0 && paragraph.was.length > 0) this.#delete(paragraph);
    else this.#keep(paragraph);
  }

  /** One paragraph that was there, and others that were put in before and after it. */
  #splitOff(chain: readonly Paragraph[], carrier: Paragraph | undefined): void {
    const index = carrier ? chain.indexOf(carrier) : -1;
    this.#inserted.push(...chain.slice(0, Math.max(0, index)));
    if (carrier) this.#keep(carrier);
    const after = chain.slice(index + 1);
    if (after.length > 0) this.#insertAfter(carrier ?? this.#previous, after);
  }

  #keep(paragraph: Paragraph): void {
    this.#flushInserted(paragraph);
    this.#rewriting.log.changes.push(...paragraph.changes.filter(isChange));
    this.#emit(paragraph);
  }

  #delete(paragraph: Paragraph): void {
    this.#flushInserted(paragraph);
    const author = paragraph.end ?? paragraph.changes[0] ?? { by: '', at: '' };
    this.#record(paragraph, author, { kind: 'delete', was: [this.#block(paragraph, paragraph.was)] });
    this.#emit(paragraph);
  }

  /** Ends that were put in join what they part, ends that were taken out part what they join. */
  #replace(chain: readonly Paragraph[]): void {
    const last = chain.at(-1);
    const was = merged(chain, 'insert');
    const now = merged(chain, 'delete');
    const [first] = was;
    if (!last || !first) return;
    this.#flushInserted(first);
    const author = chain.find(({ end }) => end !== null)?.end ?? { by: '', at: '' };
    this.#record(first, author, {
      kind: 'replace',
      was: was.map((one) => this.#block(one, one.was)),
      now: now.map((one) => this.#block(one, one.now)),
    });
    for (const one of was) this.#emit(one);
  }

  #flushInserted(before: Paragraph): void {
    const inserted = this.#inserted;
    this.#inserted = [];
    if (inserted.length === 0) return;
    if (this.#previous) this.#insertAfter(this.#previous, inserted);
    else this.#insert(before, inserted, 'before');
  }

  #insertAfter(previous: Paragraph | null, inserted: readonly Paragraph[]): void {
    if (previous) {
      this.#insert(previous, inserted, 'after');
      return;
    }
    // A cell or text that was empty before: an empty paragraph holds the place.
    const place: Paragraph = { nodes: [], was: [], now: [], changes: [], properties: undefined, end: null };
    this.#emit(place);
    this.#insert(place, inserted, 'after');
  }

  #insert(beside: Paragraph, inserted: readonly Paragraph[], side: 'before' | 'after'): void {
    // Remarks on words that were put in stand where the words would.
    beside.nodes.push(...inserted.flatMap(({ nodes }) => nodes.filter(this.#rewriting.isMark)));
    let group: Paragraph[] = [];
    const flush = () => {
      const now = group.map((one) => this.#block(one, one.now));
      if (now.length > 0) this.#record(beside, writerOf(group[0]), { kind: 'insert', side, now });
      group = [];
    };
    for (const paragraph of inserted.filter(({ now }) => now.length > 0)) {
      if (group.length > 0 && writerOf(group[0]).by !== writerOf(paragraph).by) flush();
      group.push(paragraph);
    }
    flush();
  }

  #record(paragraph: Paragraph, { by, at }: Author, change: BlockChange): void {
    const { log, mark, nextName } = this.#rewriting;
    const name = nextName();
    paragraph.nodes.unshift(mark(`${name}a`));
    paragraph.nodes.push(mark(`${name}b`));
    log.changes.push({ ...change, by, at, from: `${name}a`, to: `${name}b` });
  }

  #emit(paragraph: Paragraph): void {
    const { properties, nodes } = paragraph;
    const element: XmlElement = { name: 'w:p', attributes: [], children: [] };
    // The same list, so that marks which come later are in it.
    element.children = nodes;
    const { mark, styles } = this.#rewriting;
    const number = styles.roleOf(properties) ? null : styles.numberOf(properties);
    const numbered = number === null || number === 1 ? [] : [mark(numberMark(number))];
    nodes.unshift(...leanProperties(properties, this.#rewriting), ...numbered);
    this.#result.push(element);
    this.#previous = paragraph;
  }

  #block({ properties }: Paragraph, content: RichNode[]): RichNode {
    const role = this.#rewriting.styles.roleOf(properties);
    return role?.kind === 'heading'
      ? { type: 'heading', attrs: { level: role.level }, content }
      : { type: 'paragraph', content };
  }
}

type BlockChange =
  | { kind: 'insert'; side: 'before' | 'after'; now: RichNode[] }
  | { kind: 'delete'; was: RichNode[] }
  | { kind: 'replace'; was: RichNode[]; now: RichNode[] };

/** Words in a paragraph that was empty before are as good as a paragraph that was put in. */
const isWhollyInserted = ({ end, was, now }: Paragraph) =>
  was.length === 0 && (end?.kind === 'insert' || (end === null && now.length > 0));
const isWhollyDeleted = ({ end, was, now }: Paragraph) =>
  end?.kind === 'delete' && now.length === 0 && was.length > 0;

const isChange = (change: TrackedChange) =>
  change.kind !== 'words' || change.was.length > 0 || change.now.length > 0;

const writerOf = (paragraph: Paragraph | undefined): Author => {
  const { by, at } = paragraph?.changes[0] ?? paragraph?.end ?? { by: '', at: '' };
  return { by, at };
};

/** The paragraphs of a chain where ends of this kind do not count; the last one's properties hold. */
function merged(chain: readonly Paragraph[], without: 'insert' | 'delete'): Paragraph[] {
  const result: Paragraph[] = [];
  let open: Paragraph | null = null;
  for (const paragraph of chain) {
    const { nodes, was, now, properties, end } = paragraph;
    open = open
      ? {
          nodes: [...open.nodes, ...nodes],
          was: joinTexts([...open.was, ...was]),
          now: joinTexts([...open.now, ...now]),
          changes: [],
          properties,
          end,
        }
      : { ...paragraph, nodes: [...nodes], changes: [] };
    if (end?.kind === without && paragraph !== chain.at(-1)) continue;
    result.push(open);
    open = null;
  }
  return result;
}

const styleIds = {
  title: 'DatelineTitle',
  subtitle: 'DatelineSubtitle',
  quote: 'DatelineQuote',
  code: 'DatelineBlockCode',
  contents: '',
} as const;

/** Only cells of tables can be aligned; elsewhere nothing comes of it. */
const alignments: Readonly<Record<string, string>> = {
  center: 'DatelineCenter',
  right: 'DatelineRight',
  end: 'DatelineRight',
};

/** Style and list of a paragraph, and the box of a checklist, in the form that reading knows. */
function leanProperties(properties: XmlElement | undefined, { styles }: Rewriting): XmlElement[] {
  if (!properties) return [];
  const role = styles.roleOf(properties);
  const style = role
    ? role.kind === 'heading'
      ? `DatelineHeading${role.level}`
      : styleIds[role.kind]
    : childValue(properties, 'w:pStyle');
  const numbering = xmlChild(properties, 'w:numPr');
  const children: XmlElement[] = [];
  const aligned = role || numbering ? undefined : alignments[childValue(properties, 'w:jc')];
  const known = aligned ?? style;
  if (known !== '') children.push({ name: 'w:pStyle', attributes: [['w:val', known]], children: [] });
  if (numbering && !role && isOn(numbering, 'w:numId')) children.push(numbering);
  const lean: XmlElement = { name: 'w:pPr', attributes: [], children };
  const box = role ? null : styles.boxOf(properties);
  if (box === null) return children.length === 0 ? [] : [lean];
  const words: XmlElement = { name: 'w:t', attributes: [], children: [`${box} `] };
  return [lean, { name: 'w:r', attributes: [], children: [words] }];
}
