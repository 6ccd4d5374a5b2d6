import type { Paragraph, PhrasingContent } from 'mdast';
import { textOf } from '../markdown/textOf';

/** Whether a paragraph begins like a question or an answer of a list of pairs: `Q: …`, `A: …`. */
export function questionPrefix(node: Paragraph): 'question' | 'answer' | null {
  const text = textOf(node);
  if (/^\s*q(?:uestion)?\s*\d*\s*[:.)]\s*\S/i.test(text) && !/^\s*q\.\s?\w\./i.test(text)) return 'question';
  return /^\s*a(?:nswer)?\s*\d*\s*[:)]\s*\S/i.test(text) ? 'answer' : null;
}

/** A label before the words, such as `**Headline:** …` or `Problem: …`, and what follows it. */
export function leadingLabel(node: Paragraph): { name: string; rest: PhrasingContent[] } | null {
  const [first, ...others] = node.children;
  if (first?.type === 'strong') {
    const name = textOf(first);
    if (name.length > 60 || (!name.trim().endsWith(':') && others.length > 0 && !startsWithColon(others)))
      return null;
    const rest = withoutLeadingText({ type: 'paragraph', children: others }, /^\s*:?\s*/).children;
    return { name: name.replace(/:\s*$/, ''), rest };
  }
  const match = first?.type === 'text' ? /^\s*([^:\n]{2,40}):(?:\s+|$)/.exec(first.value) : null;
  if (!match) return null;
  return { name: match[1] ?? '', rest: withoutLeadingText(node, /^\s*[^:\n]{2,40}:\s*/).children };
}

const startsWithColon = ([first]: readonly PhrasingContent[]) =>
  first?.type === 'text' && /^\s*:/.test(first.value);

/** The same paragraph without what its text begins with; marks around the beginning are looked into. */
export function withoutLeadingText(node: Paragraph, beginning: RegExp): Paragraph {
  const [first, ...others] = node.children;
  if (first?.type === 'text') {
    const value = first.value.replace(beginning, '');
    return { ...node, children: value === '' ? others : [{ ...first, value }, ...others] };
  }
  if (first?.type === 'strong' || first?.type === 'emphasis') {
    const inner = withoutLeadingText({ type: 'paragraph', children: first.children }, beginning).children;
    if (inner.length > 0) return { ...node, children: [{ ...first, children: inner }, ...others] };
    return withoutLeadingText({ ...node, children: others }, /^\s+/);
  }
  return node;
}

const newspaperDateline = /^\s*([^—–]{2,60}?(?: [—–] [^—–]{2,40}?)?\b\d{4})\s*(?:[—–]|--|-\s)\s*/;

/** Splits "Leeds, 14 September 2027 — Osterby today…" at its dash; null when it does not begin that way. */
export function splitDateline(node: Paragraph): { dateline: Paragraph; rest: Paragraph } | null {
  const [first, second, ...others] = node.children;
  if (first?.type === 'text') {
    const match = newspaperDateline.exec(first.value);
    if (!match) return null;
    const dateline: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: match[1] ?? '' }] };
    return { dateline, rest: withoutLeadingText(node, newspaperDateline) };
  }
  if (first?.type !== 'strong' || second?.type !== 'text') return null;
  const dash = /^\s*(?:[—–]|--|-\s)\s*/;
  const words = textOf(first).replace(/\s*[—–-]+\s*$/, '');
  if (!/\d{4}$/.test(words) || (words === textOf(first) && !dash.test(second.value))) return null;
  return {
    dateline: { type: 'paragraph', children: [{ type: 'text', value: words }] },
    rest: withoutLeadingText({ type: 'paragraph', children: [second, ...others] }, /^\s*(?:[—–]|--|-\s)?\s*/),
  };
}
