import { common, createLowlight } from 'lowlight';
import { httpGrammar } from './httpGrammar';

/** The kinds of words that are told apart: few, so that each can be seen in light and dark. */
export type CodeKind = 'comment' | 'string' | 'number' | 'keyword' | 'name' | 'meta';

export interface ColouredSpan {
  /** Character offsets in the code. */
  from: number;
  to: number;
  kind: CodeKind;
}

const kinds: Readonly<Record<string, CodeKind>> = {
  comment: 'comment',
  quote: 'comment',
  doctag: 'comment',
  string: 'string',
  regexp: 'string',
  char: 'string',
  addition: 'string',
  number: 'number',
  literal: 'number',
  symbol: 'number',
  keyword: 'keyword',
  built_in: 'keyword',
  type: 'keyword',
  'selector-tag': 'keyword',
  deletion: 'keyword',
  attr: 'name',
  attribute: 'name',
  title: 'name',
  name: 'name',
  property: 'name',
  variable: 'name',
  section: 'name',
  meta: 'meta',
  punctuation: 'meta',
};

const lowlight = createLowlight(common);
lowlight.register('http', httpGrammar);

/** Which stretches of code are of which kind, in order and without overlap; none for a language that is not known. */
export function colourCode(language: string, code: string): ColouredSpan[] {
  if (!lowlight.registered(language)) return [];
  const spans: ColouredSpan[] = [];
  let at = 0;
  const read = (nodes: readonly ColouredNode[], around: CodeKind | null): void => {
    for (const node of nodes) {
      if (node.children) read(node.children, kindOf(node) ?? around);
      else {
        const to = at + (node.value?.length ?? 0);
        if (around && to > at) spans.push({ from: at, to, kind: around });
        at = to;
      }
    }
  };
  read(lowlight.highlight(language, code).children as ColouredNode[], null);
  return spans;
}

/** What of a tree of coloured code is read here. */
interface ColouredNode {
  value?: string;
  children?: ColouredNode[];
  properties?: { className?: unknown };
}

function kindOf({ properties }: ColouredNode): CodeKind | null {
  const names = Array.isArray(properties?.className) ? properties.className : [];
  const known = names.map((name) => kinds[String(name).replace(/^hljs-/, '')]);
  return known.find((kind) => kind !== undefined) ?? null;
}
