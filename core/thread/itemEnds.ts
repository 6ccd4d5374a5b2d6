import { faqStateOf } from '../narrative/partState';
import { isBlank, plainText } from '../narrative/plainText';
import { type FaqState, type RichNode, stringAttr } from '../narrative/richText';
import type { EndKind } from './threadLink';

/** A question, step or how-to of one top-level node, before anything is known about its neighbours. */
export interface ItemEnd {
  kind: Extract<EndKind, 'faq' | 'step' | 'howTo'>;
  id: string;
  /** Its question, title or heading; '' for none. */
  title: string;
  /** All its words, the title too. */
  text: string;
  isBlank: boolean;
  /** Of questions only. */
  state: FaqState | null;
}

/** A place where a screen stands; `holder` is the key of the end that it stands in, '' outside of all. */
export interface ScreenPlace {
  screen: string;
  holder: string;
}

export interface ItemReading {
  /** In reading order. */
  ends: ItemEnd[];
  screens: ScreenPlace[];
}

/** The name of an end among all ends, as links spell it. */
export const endKey = ({ kind, id }: { kind: EndKind; id: string }): string => `${kind}:${id}`;

const known = new WeakMap<RichNode, ItemReading>();

/** The ends and screens of a top-level node; the same object is not read again. */
export function readItem(node: RichNode): ItemReading {
  const kept = known.get(node);
  if (kept) return kept;
  const reading: ItemReading = { ends: [], screens: [] };
  visit(node, { reading, holder: '', inManual: false });
  known.set(node, reading);
  return reading;
}

interface Walk {
  reading: ItemReading;
  holder: string;
  inManual: boolean;
}

function visit(node: RichNode, walk: Walk): void {
  if (node.type === 'screen') {
    const screen = stringAttr(node, 'id');
    if (screen !== '') walk.reading.screens.push({ screen, holder: walk.holder });
    return;
  }
  const own = ownEnd(node);
  if (own) walk.reading.ends.push(own);
  const inner: Walk = {
    reading: walk.reading,
    holder: own ? endKey(own) : walk.holder,
    inManual: walk.inManual || node.type === 'manual',
  };
  if (inner.inManual) visitHowTos(node.content ?? [], inner);
  else for (const child of node.content ?? []) visit(child, inner);
}

/** A how-to is its heading and what follows it, up to the next how-to or a heading of the same weight. */
function visitHowTos(children: readonly RichNode[], walk: Walk): void {
  let howTo: { end: ItemEnd; level: number } | null = null;
  for (const child of children) {
    if (child.type === 'heading') howTo = beginHowTo(child, howTo);
    if (howTo && child.type === 'heading' && stringAttr(child, 'id') === howTo.end.id) {
      walk.reading.ends.push(howTo.end);
    } else if (howTo) {
      howTo.end.text += `\n${plainText(child)}`;
      howTo.end.isBlank &&= isBlank(child);
    }
    visit(child, howTo ? { ...walk, holder: endKey(howTo.end) } : walk);
  }
}

function beginHowTo(heading: RichNode, open: { end: ItemEnd; level: number } | null): typeof open {
  const id = stringAttr(heading, 'id');
  const level = Number(heading.attrs?.level ?? 0);
  if (id === '') return open && level > open.level ? open : null;
  const title = plainText(heading).trim();
  const end: ItemEnd = { kind: 'howTo', id, title, text: title, isBlank: title === '', state: null };
  return { end, level };
}

function ownEnd(node: RichNode): ItemEnd | null {
  const id = stringAttr(node, 'id');
  if (id === '' || (node.type !== 'faqItem' && node.type !== 'step')) return null;
  const isFaq = node.type === 'faqItem';
  const head = (node.content ?? []).find(({ type }) => type === (isFaq ? 'faqQuestion' : 'title'));
  return {
    kind: isFaq ? 'faq' : 'step',
    id,
    title: head ? plainText(head).trim() : '',
    text: plainText(node),
    isBlank: isBlank(node),
    state: isFaq ? faqStateOf(node) : null,
  };
}
