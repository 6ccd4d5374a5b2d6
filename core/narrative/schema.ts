import { type MarkSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model';
import type { MarkName, NodeName, RichDoc, RichNode } from './richText';
import { richDocSchema } from './richText';

/*
 * Content rules are lax on purpose: y-tiptap deletes shared nodes that do not fit a content expression, so
 * the fixed order of sections is a policy (guard and checks), never part of the schema. `block` stands first in
 * every choice: an editor fills an emptied place with the first one, which must be a paragraph.
 */

/** Attributes with their defaults. TipTap's nodes in the renderer are made from the same tables. */
export const nodeAttributes = {
  section: { key: '', fixed: false },
  faqItem: { id: null, state: 'open', owner: '', due: '', askedBy: '', bankNumber: null },
  /** `user` is the kind of user it is about, in a word; '' when nobody said. */
  useCase: { id: null, user: '' },
  storyFact: { key: 'who' },
  step: { id: null },
  manual: { id: null, user: '' },
  /** How-tos of a manual have an `id`, and `from` names the use case that one was begun from. */
  heading: { level: 2, id: null, from: '' },
  orderedList: { start: 1 },
  taskItem: { checked: false },
  /** `role` is 'request' or 'response' where a call is shown; null elsewhere. */
  codeBlock: { language: null, role: null },
  tableHeader: { colspan: 1, rowspan: 1, colwidth: null, align: null },
  tableCell: { colspan: 1, rowspan: 1, colwidth: null, align: null },
  image: { asset: null, alt: '', caption: '' },
  /** `id` names a record in the map of screens. */
  screen: { id: '' },
  /** `question` is the id of the internal question it waits for, `words` what was asked when it was linked. */
  unwritten: { id: null, question: '', words: '' },
  footnote: { text: '' },
  fact: { key: '', value: '' },
} as const satisfies Partial<Record<NodeName, Record<string, unknown>>>;

function attrsOf(name: keyof typeof nodeAttributes): NonNullable<NodeSpec['attrs']> {
  return Object.fromEntries(
    Object.entries(nodeAttributes[name]).map(([key, value]) => [key, { default: value }]),
  );
}

/** Plain ProseMirror node specs, without any DOM. */
export const nodeSpecs: Record<NodeName, NodeSpec> = {
  doc: { content: '(block | section | faqItem | useCase | manual)+' },
  section: {
    content: 'block+',
    attrs: attrsOf('section'),
    isolating: true,
    defining: true,
    selectable: false,
  },
  faqItem: { content: '(block | faqQuestion)+', attrs: attrsOf('faqItem'), isolating: true, defining: true },
  faqQuestion: { content: 'inline*', defining: true, selectable: false },
  useCase: {
    content: '(block | title | storyFact | step)+',
    attrs: attrsOf('useCase'),
    isolating: true,
    defining: true,
  },
  storyFact: { content: 'inline*', attrs: attrsOf('storyFact'), defining: true, selectable: false },
  step: { content: '(block | title | storyFact)+', attrs: attrsOf('step'), isolating: true, defining: true },
  manual: {
    content: '(block | title | section)+',
    attrs: attrsOf('manual'),
    isolating: true,
    defining: true,
  },
  title: { content: 'inline*', defining: true, selectable: false },
  paragraph: { content: 'inline*', group: 'block' },
  heading: { content: 'inline*', group: 'block', attrs: attrsOf('heading'), defining: true },
  bulletList: { content: 'listItem+', group: 'block list' },
  orderedList: { content: 'listItem+', group: 'block list', attrs: attrsOf('orderedList') },
  listItem: { content: 'block+', defining: true },
  taskList: { content: 'taskItem+', group: 'block list' },
  taskItem: { content: 'block+', attrs: attrsOf('taskItem'), defining: true },
  blockquote: { content: 'block+', group: 'block', defining: true },
  codeBlock: {
    content: 'text*',
    group: 'block',
    attrs: attrsOf('codeBlock'),
    code: true,
    defining: true,
    marks: '',
  },
  horizontalRule: { group: 'block' },
  table: { content: 'tableRow+', group: 'block', isolating: true, tableRole: 'table' },
  tableRow: { content: '(tableCell | tableHeader)*', tableRole: 'row' },
  tableHeader: {
    content: 'block+',
    attrs: attrsOf('tableHeader'),
    isolating: true,
    tableRole: 'header_cell',
  },
  tableCell: { content: 'block+', attrs: attrsOf('tableCell'), isolating: true, tableRole: 'cell' },
  image: { group: 'block', attrs: attrsOf('image'), atom: true, draggable: true },
  screen: { group: 'block', attrs: attrsOf('screen'), atom: true, draggable: true, selectable: true },
  unwritten: {
    content: 'paragraph+',
    group: 'block',
    attrs: attrsOf('unwritten'),
    defining: true,
    isolating: true,
  },
  footnote: { group: 'inline', inline: true, atom: true, attrs: attrsOf('footnote') },
  fact: { group: 'inline', inline: true, atom: true, attrs: attrsOf('fact') },
  hardBreak: { group: 'inline', inline: true, selectable: false },
  text: { group: 'inline' },
};

export const markSpecs: Record<MarkName, MarkSpec> = {
  bold: {},
  italic: {},
  strike: {},
  code: { code: true, excludes: '_' },
  link: { attrs: { href: { default: '' } }, inclusive: false },
  evidence: { attrs: { id: { default: '' } }, inclusive: false },
  promise: { attrs: { id: { default: '' } }, inclusive: false },
};

/** The schema every part is checked against, in the host, the command line and the tests. */
export const narrativeSchema = new Schema({ nodes: nodeSpecs, marks: markSpecs });

export type ParsedRichDoc = { ok: true; node: Node; doc: RichDoc } | { ok: false; reason: string };

/** Checks untyped JSON against names, attributes and content rules; the reason is a sentence for people. */
export function parseRichDoc(json: unknown): ParsedRichDoc {
  const shaped = richDocSchema.safeParse(json);
  if (!shaped.success) {
    const first = shaped.error.issues[0];
    return { ok: false, reason: `${first?.path.join('.') ?? 'root'}: ${first?.message ?? 'not a document'}` };
  }
  try {
    const node = narrativeSchema.nodeFromJSON(shaped.data);
    node.check();
    return { ok: true, node, doc: shaped.data };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'not a document' };
  }
}

/** The same document with every attribute spelled out, so that equal texts are equal JSON. Throws on unknown names. */
export function canonicalDoc(doc: RichDoc): RichDoc {
  return canonicalNode(doc) as RichDoc;
}

/** The same for a piece of a document. */
export function canonicalNode(node: RichNode): RichNode {
  return narrativeSchema.nodeFromJSON(node).toJSON() as RichNode;
}
