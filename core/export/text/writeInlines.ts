import { isAnchorLink } from '../../import/markdown/dialect';
import { plainText } from '../../narrative/plainText';
import { stringAttr } from '../../narrative/richText';
import type { ReadingNode } from '../reading/readingNode';
import { isReference } from '../thread/references';

/** What an export as plain text gathers while it is written. */
export interface TextPage {
  /** Footnotes in order of appearance; they stand at the end. */
  footnotes: string[];
  /** True inside of a cell, where columns are narrow and tables are written as lists. */
  isInTable: boolean;
  /** Hears of something that plain text has no room for. */
  simplify: (what: Simplified) => void;
}

/** What plain text says in another way. */
export type Simplified = 'picture' | 'strike' | 'table';

/** A run of inline nodes as text: addresses behind their words, numbers for footnotes, tildes around struck words. */
export function writeInlines(nodes: readonly ReadingNode[], page: TextPage): string {
  return inRuns(nodes)
    .map((run) => {
      const written = run.nodes.map((node) => writeInline(node, page)).join('');
      // What keeps a promise stands in the appendix, under its number: here nothing could be followed.
      if (run.kind === 'reference') return ` [${plainText(run.nodes[0] ?? { type: 'text' }).trim()}]`;
      return run.kind === 'link' ? withAddress(written, run.href) : written;
    })
    .join('');
}

interface Run {
  kind: 'plain' | 'link' | 'reference';
  href: string;
  nodes: ReadingNode[];
}

/** Neighbours that lead to one place are one link, and references that follow each other one note. */
function inRuns(nodes: readonly ReadingNode[]): Run[] {
  const runs: Run[] = [];
  for (const node of nodes) {
    const { kind, href } = kindOf(node);
    const last = runs.at(-1);
    if (last?.kind === kind && last.href === href) last.nodes.push(node);
    else runs.push({ kind, href, nodes: [node] });
  }
  return runs;
}

function kindOf({ marks }: ReadingNode): Pick<Run, 'kind' | 'href'> {
  const link = marks?.find(({ type }) => type === 'link');
  if (!link) return { kind: 'plain', href: '' };
  if (isReference(link)) return { kind: 'reference', href: '' };
  const href = typeof link.attrs?.href === 'string' ? link.attrs.href : '';
  // Names inside of an export lead nowhere in a mail.
  return isAnchorLink(href) ? { kind: 'plain', href: '' } : { kind: 'link', href };
}

function withAddress(words: string, href: string): string {
  const shown = href.replace(/^mailto:/i, '');
  const isSaid = [href, shown, shown.replace(/^https?:\/\/(.*?)\/?$/i, '$1')].includes(words.trim());
  return isSaid ? words : `${words.trimEnd()} <${shown}>`;
}

function writeInline(node: ReadingNode, page: TextPage): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'footnote') return `[${page.footnotes.push(stringAttr(node, 'text'))}]`;
  const text = plainText(node);
  if (!node.marks?.some(({ type }) => type === 'strike') || text.trim() === '') return text;
  page.simplify('strike');
  return `~${text}~`;
}
