import { longDate } from '../../core/export/stamp';
import { unwrittenLead } from '../../core/import/markdown/dialect';
import { type PartKey, sectionTitle } from '../../core/narrative/parts';
import { type NodeName, type RichNode, storyFactTitles, stringAttr } from '../../core/narrative/richText';
import type { PacketFile } from '../../core/review/packet/packetFile';
import { type Child, element } from '../dom/element';
import { renderImage, renderScreen } from './pictures';

export type Pictures = Pick<PacketFile, 'pictures' | 'screens'>;

/** What draws a part while its nodes are walked in order. */
export interface PartDrawing {
  readonly part: PartKey;
  readonly pictures: Pictures;
  node(node: RichNode, level: number): Child[];
  children(node: RichNode, level: number): Child[];
  line(node: RichNode, holder: HTMLElement, kind: string): HTMLElement;
  thing(node: RichNode, holder: HTMLElement, about: { kind: string; item?: string }): HTMLElement;
  whole(kind: string, draw: () => HTMLElement): HTMLElement;
}

interface Surroundings {
  drawing: PartDrawing;
  /** Of the next heading. */
  level: number;
}

type NodeRenderer = (node: RichNode, around: Surroundings) => Child[];

const none: NodeRenderer = () => [];
const inside: NodeRenderer = (node, { drawing, level }) => drawing.children(node, level);
const words = { dir: 'auto', class: 'words' } as const;

function wrapping(tag: 'ul' | 'li' | 'blockquote', look = ''): NodeRenderer {
  return (node, { drawing, level }) => [
    element(tag, { class: look === '' ? null : look }, drawing.children(node, level)),
  ];
}

/** How each node is drawn; text and what stands in it is drawn by its line. */
export const nodeRenderers: Readonly<Record<NodeName, NodeRenderer>> = {
  doc: inside,
  section: renderSection,
  faqItem: renderFaqItem,
  faqQuestion: (node, around) => [renderHeading(node, around, 'question')],
  useCase: (node, around) => [renderItem(node, around, 'story')],
  storyFact: (node, { drawing }) => [
    element('div', { class: 'fact-row' }, [
      element('span', { class: 'fact-name' }, [factTitle(node)]),
      drawing.line(node, element('p', words), 'paragraph'),
    ]),
  ],
  step: (node, around) => [renderItem(node, around, 'step')],
  manual: (node, around) => [renderItem(node, around, 'manual')],
  title: (node, around) => [renderHeading(node, around, 'title')],
  paragraph: (node, { drawing }) => [drawing.line(node, element('p', words), 'paragraph')],
  heading: (node, { drawing, level }) => {
    const given = typeof node.attrs?.level === 'number' ? node.attrs.level : 2;
    return [renderHeading(node, { drawing, level: Math.max(level, given) }, 'heading')];
  },
  bulletList: wrapping('ul'),
  orderedList: (node, { drawing, level }) => {
    const start = Number.isInteger(node.attrs?.start) ? Number(node.attrs?.start) : 1;
    return [element('ol', { start }, drawing.children(node, level))];
  },
  listItem: wrapping('li'),
  taskList: wrapping('ul', 'tasks'),
  taskItem: (node, { drawing, level }) => {
    const isDone = node.attrs?.checked === true;
    const box = element('span', { class: 'box', role: 'img', 'aria-label': isDone ? 'Done' : 'To do' }, [
      isDone ? '☑' : '☐',
    ]);
    return [element('li', {}, [box, ...drawing.children(node, level)])];
  },
  blockquote: wrapping('blockquote'),
  codeBlock: (node, { drawing }) => [
    drawing.whole('code', () => {
      const code = drawing.line(node, element('code', { class: 'words' }), 'code');
      return element('pre', { tabindex: 0, role: 'region', 'aria-label': codeName(node) }, [code]);
    }),
  ],
  horizontalRule: (node, { drawing }) => [drawing.thing(node, element('hr'), { kind: 'line' })],
  table: (node, { drawing, level }) => [
    drawing.whole('table', () =>
      element('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': 'Table' }, [
        element('table', {}, [element('tbody', {}, drawing.children(node, level))]),
      ]),
    ),
  ],
  tableRow: (node, { drawing, level }) => [
    element(
      'tr',
      {},
      (node.content ?? []).flatMap((cell) => nodeRenderers[cell.type](cell, { drawing, level })),
    ),
  ],
  tableHeader: (node, { drawing, level }) => [
    element('th', { ...spans(node), scope: 'col' }, drawing.children(node, level)),
  ],
  tableCell: (node, { drawing, level }) => [element('td', spans(node), drawing.children(node, level))],
  image: (node, { drawing }) => [
    drawing.thing(node, renderImage(node, drawing.pictures), { kind: 'picture' }),
  ],
  screen: (node, { drawing }) => [
    drawing.thing(node, renderScreen(node, drawing.pictures), {
      kind: 'screen',
      item: stringAttr(node, 'id'),
    }),
  ],
  unwritten: (node, { drawing, level }) => {
    const question = stringAttr(node, 'words').trim();
    const waits = question === '' ? '' : ` It waits for: ${question}`;
    const lead = element('p', {}, [element('strong', {}, [unwrittenLead]), waits]);
    return [element('aside', { class: 'unwritten' }, [lead, ...drawing.children(node, level)])];
  },
  footnote: none,
  fact: none,
  hardBreak: none,
  text: none,
};

function headingTag(level: number): 'h3' | 'h4' | 'h5' | 'h6' {
  return (['h3', 'h4', 'h5', 'h6'] as const)[Math.min(6, Math.max(3, level)) - 3] ?? 'h6';
}

function renderHeading(node: RichNode, { drawing, level }: Surroundings, look: string): HTMLElement {
  return drawing.line(node, element(headingTag(level), { dir: 'auto', class: `words ${look}` }), 'heading');
}

function renderSection(node: RichNode, { drawing, level }: Surroundings): Child[] {
  const key = stringAttr(node, 'key');
  if (drawing.part !== 'release')
    return [
      element(headingTag(level), { class: 'section-title' }, [sectionTitle(drawing.part, key)]),
      ...drawing.children(node, level + 1),
    ];
  const look = ['heading', 'subheading', 'dateline'].includes(key) ? key : 'release-section';
  if (key !== 'heading') return [element('div', { class: look }, drawing.children(node, level + 1))];
  return (node.content ?? []).flatMap((line, index) =>
    index === 0 && line.type === 'paragraph'
      ? drawing.node({ ...line, type: 'title' }, level)
      : drawing.node(line, level + 1),
  );
}

function renderFaqItem(node: RichNode, { drawing, level }: Surroundings): Child[] {
  const state = stringAttr(node, 'state');
  const due = stringAttr(node, 'due');
  const about = [
    state === 'blocked' ? 'Blocked' : 'Open',
    stringAttr(node, 'owner'),
    due === '' ? '' : longDate(due),
  ].filter((word) => word !== '');
  const [question, ...answer] = (node.content ?? []).map((child) =>
    drawing.node(child, level + (child.type === 'faqQuestion' ? 0 : 1)),
  );
  const status = state === 'answered' ? null : element('p', { class: 'status' }, [about.join(' · ')]);
  return [element('div', { class: 'item' }, [...(question ?? []), status, ...answer.flat()])];
}

function renderItem(node: RichNode, { drawing, level }: Surroundings, look: string): HTMLElement {
  let steps = 0;
  const children = (node.content ?? []).flatMap((child): Child[] => {
    const drawn = drawing.node(child, child.type === 'title' ? level : level + 1);
    if (child.type !== 'step' || drawn.length === 0) return drawn;
    steps += 1;
    return [element('p', { class: 'step-number' }, [`Step ${steps}`]), ...drawn];
  });
  return element('div', { class: `item ${look}` }, children);
}

const factTitle = (node: RichNode): string => {
  const key = stringAttr(node, 'key');
  return Object.hasOwn(storyFactTitles, key) ? storyFactTitles[key as keyof typeof storyFactTitles] : key;
};

function codeName(node: RichNode): string {
  const role = stringAttr(node, 'role');
  return role === 'request' ? 'Request' : role === 'response' ? 'Response' : 'Code';
}

const spans = (node: RichNode) => ({ colspan: span(node, 'colspan'), rowspan: span(node, 'rowspan') });

function span(node: RichNode, name: 'colspan' | 'rowspan'): number | null {
  const value = node.attrs?.[name];
  return typeof value === 'number' && Number.isInteger(value) && value > 1 ? Math.min(100, value) : null;
}
