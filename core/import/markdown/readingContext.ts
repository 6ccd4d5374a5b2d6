import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';

/** What reading a block may need from elsewhere in the text, and where doubts are gathered. */
export interface ReadingContext {
  doubts: Set<string>;
  /** Footnotes by identifier; those still in `unusedFootnotes` at the end were referred to nowhere. */
  footnotes: ReadonlyMap<string, FootnoteDefinition>;
  unusedFootnotes: Set<string>;
  definitions: ReadonlyMap<string, Definition>;
  /** How many ids of each kind were made up so far. */
  madeUpIds: Map<string, number>;
}

/** Gathers footnotes and link definitions, wherever in the text they stand. */
export function createReadingContext(root: Root): ReadingContext {
  const footnotes = new Map<string, FootnoteDefinition>();
  const definitions = new Map<string, Definition>();
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node);
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return {
    doubts: new Set(),
    footnotes,
    unusedFootnotes: new Set(footnotes.keys()),
    definitions,
    madeUpIds: new Map(),
  };
}
