import { findLaunchDay } from '../check/launchDay';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import type { PartKey } from '../narrative/parts';
import type { CoachBlock } from './reading/coachBlock';
import { type CoachPiece, readPieces } from './reading/coachPiece';
import { type CoachLanguage, detectLanguage } from './reading/detectLanguage';
import { findProduct, type KnownNames } from './reading/findProduct';
import { findStatements, type Statement } from './reading/findStatements';

/** A narrative as the rules read it. */
export interface CoachDocument {
  content: NarrativeContent;
  /** ISO date. */
  today: string;
  language: CoachLanguage;
  names: KnownNames;
  /** True when the release carries a dateline: only then are the habits of a press release asked for. */
  isPressForm: boolean;
  /**
   * True when the text has the form of a release: a dateline, or its sections. A post that was never meant as
   * one is not held to its habits: what concerns wording weighs lighter there.
   */
  isReleaseShaped: boolean;
  /** True when its words stand in the sections they belong to; imported texts often stand in one piece. */
  isSorted: boolean;
  /** True for a post: it has neither the form of a release nor any question beside it. */
  isPost: boolean;
  /** Every written piece; only the changed one while a single block is read again. */
  pieces: readonly CoachPiece[];
  /** What people say in the release. */
  statements: readonly Statement[];
}

const shaping = new Set([
  'summary',
  'problem',
  'solution',
  'leaderQuote',
  'gettingStarted',
  'customerQuote',
  'callToAction',
]);

/** Reads a narrative once for all rules. `today` is an ISO date. */
export function readCoachDocument(content: NarrativeContent, today: string): CoachDocument {
  const pieces = readPieces(content);
  const release = pieces.filter(({ part }) => part === 'release');
  const heading = release.find(({ section }) => section === 'heading')?.text ?? '';
  const body = release.filter(({ section }) => section !== 'heading' && section !== 'dateline');
  const names = findProduct(heading, body);
  const isPressForm = release.some(({ section }) => section === 'dateline') || findDateline(pieces) !== null;
  const isSorted = release.filter(({ section }) => shaping.has(section)).length >= 3;
  return {
    content,
    today,
    language: detectLanguage(pieces.map(({ text }) => text.slice(0, 4000)).join('\n')),
    names,
    isPressForm,
    isReleaseShaped: isPressForm || isSorted,
    isSorted,
    isPost: !isPressForm && !isSorted && !pieces.some(({ kind }) => kind === 'faqItem'),
    pieces,
    statements: findStatements(release, names.company),
  };
}

/** The same narrative with one block in view; what is known of the whole stays known. */
export function narrowTo(document: CoachDocument, block: CoachBlock): CoachDocument {
  const { part, section, text, source } = block;
  const piece: CoachPiece = { part, section, kind: source.kind, text, blocks: [block], state: '' };
  return { ...document, pieces: [piece], statements: [] };
}

/** A section of a part, when something is written in it. */
export function sectionOf(document: CoachDocument, part: PartKey, section: string): CoachPiece | undefined {
  return document.pieces.find((piece) => piece.part === part && piece.section === section);
}

/** How many words the blocks hold together. */
export function wordsIn(blocks: readonly CoachBlock[]): number {
  return blocks.reduce((sum, { wordCount }) => sum + wordCount, 0);
}

/** Every block of the named parts in reading order. */
export function blocksOf(document: CoachDocument, ...parts: readonly PartKey[]): CoachBlock[] {
  return document.pieces.filter(({ part }) => parts.includes(part)).flatMap(({ blocks }) => [...blocks]);
}

/** Blocks of the release in which the company speaks, the dateline aside. */
export function releaseProse(document: CoachDocument): CoachBlock[] {
  return blocksOf(document, 'release').filter(({ section, isCode }) => section !== 'dateline' && !isCode);
}

const openingSections = new Set(['heading', 'subheading', 'summary', 'problem']);

/** Blocks that a customer reads first, up to the problem; of a release in one piece its first few paragraphs. */
export function openingBlocks(document: CoachDocument): CoachBlock[] {
  const opening = blocksOf(document, 'release').filter(({ section }) => openingSections.has(section));
  return document.isSorted ? opening : opening.slice(0, 4);
}

/** Where a release without a section for it sets its dateline: at the head of one of its first paragraphs. */
export function findDateline(pieces: readonly CoachPiece[]): CoachBlock | null {
  const blocks = pieces.filter(({ part }) => part === 'release').flatMap((piece) => piece.blocks);
  return blocks.slice(0, 6).find(({ text }) => beginsWithDateline(text.slice(0, 160))) ?? null;
}

/** "LEEDS, 14 September 2027 — Osterby today …" or "Leeds — 14 September 2027 — …". */
function beginsWithDateline(opening: string): boolean {
  return /^[^.!?]{0,120}[—–]/u.test(opening) && findLaunchDay(opening) !== null;
}
