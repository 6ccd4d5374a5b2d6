import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import { type ClaimNote, readClaimNote } from './readClaimNote';

/** What reading a block may need from elsewhere in the text, and where doubts are gathered. */
export interface ReadingContext {
  doubts: Set<string>;
  /** Footnotes by identifier; those still in `unusedFootnotes` at the end were referred to nowhere. */
  footnotes: ReadonlyMap<string, FootnoteDefinition>;
  unusedFootnotes: Set<string>;
  definitions: ReadonlyMap<string, Definition>;
  /** Source cards by the identifier of their footnote; these are no footnotes of the text. */
  evidence: ReadonlyMap<string, ClaimNote>;
  /** How many ids of each kind were made up so far. */
  madeUpIds: Map<string, number>;
}

/** Gathers footnotes and link definitions, wherever in the text they stand. */
export function createReadingContext(root: Root): ReadingContext {
  const footnotes = new Map<string, FootnoteDefinition>();
  const evidence = new Map<string, ClaimNote>();
  const definitions = new Map<string, Definition>();
  const visit = (node: Nodes): void => {
    if (
      node.type === 'footnoteDefinition' &&
      !footnotes.has(node.identifier) &&
      !evidence.has(node.identifier)
    ) {
      const note = readClaimNote(node);
      if (note) evidence.set(node.identifier, note);
      else footnotes.set(node.identifier, node);
    }
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
    evidence,
    madeUpIds: new Map(),
  };
}
