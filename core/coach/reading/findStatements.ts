import type { CoachBlock } from './coachBlock';
import type { CoachPiece } from './coachPiece';
import { blankRanges, type TextRange } from './textRange';

/** Something a person says in the text, with who is said to have said it. */
export interface Statement {
  piece: CoachPiece;
  block: CoachBlock;
  /** Where the words stand in the block, first mark to last. */
  range: TextRange;
  /** The spoken words alone. */
  words: string;
  /** What stands beside the words: "said Ines Halloran, who leads home services". */
  attribution: string;
  /** The speaker's name as far as capitals tell; '' when there is none. */
  name: string;
  speaker: 'company' | 'customer' | 'unknown';
}

const told =
  'said|says|added|adds|explained|explains|noted|notes|wrote|writes|recalled|recalls|commented|told';
const toldInGerman = 'sagt|sagte|erklärte?';
const capital = String.raw`\p{Lu}[\p{L}'’-]+`;
/** Behind the words: a verb of saying, a name with one, or a dash with a name. */
const spokenAfter = new RegExp(
  String.raw`^[,.]?\s*(?:\*{0,2})(?:(?:${told}|${toldInGerman})\b` +
    String.raw`|${capital}(?: ${capital}){0,3} (?:said|says|added|explained|noted|sagte?)\b|[—–-]\s*\p{L})`,
  'u',
);
/** Before the words: a verb of saying or a name, up to a colon or comma. */
const spokenBefore = new RegExp(
  String.raw`(?:\b(?:said|says|added|explained|noted|wrote|recalled|sagte?|erklärte?)\b[^.!?]{0,80}` +
    String.raw`|${capital}[^.!?]{0,60})[:,]\s*$`,
  'u',
);
/** Proverbs, signs and screens say something, too, but nobody asks for their name. */
const things = [
  'proverb|saying|adage|motto|slogan|rule|sign|screen|message|button|label|page|notice|banner|letter|error',
  'reminder|alert|title|headline|app|Sprichwort|Motto|Schild|Nachricht|Meldung',
].join('|');
const showing = 'goes|says|said|reads|read|tells|asks|shows|lautet|sagt|steht';
const voiceless = new RegExp(
  String.raw`\b(?:${things})(?:\s(?:at|on|in|above|by|over)\s(?:the|a|its)\s\p{L}+)?\s+` +
    String.raw`(?:that\s+)?(?:${showing})[^.!?]{0,24}[:,]?\s*$`,
  'iu',
);
const speech = new RegExp(
  String.raw`\b(?:${told}|saying|according to|sagt|sagte|erklärt|erklärte|so)\b|[—–]\s*\S|(?:^|\s)-\s+\S`,
  'iu',
);
const titles = [
  'CEO|CTO|CPO|COO|CFO|founder|co-founder|founded|chief \\w+ officer|(?:vice )?president|VP',
  'managing director|chairperson|chairman|chairwoman|head of|who leads|product manager',
  'director of product|Geschäftsführer(?:in)?|Gründer(?:in)?',
].join('|');
const staff = new RegExp(String.raw`\b(?:${titles})\b`, 'iu');
const particles = "van|von|de|del|da|der|den|al|bin|O['’]";
const namePattern = new RegExp(
  String.raw`(?:(?:Dr|Prof|Mr|Mrs|Ms)\.\s)?\p{Lu}[\p{L}'’-]{1,30}` +
    String.raw`(?: (?:${particles})){0,2}(?: \p{Lu}[\p{L}'’.-]{0,30}){1,3}`,
  'u',
);
/** A firm after the title: "product manager at TechStart". */
const elsewhere = /\b(?:at|of|for|from|bei)\s+\*{0,2}\p{Lu}/u;
const firstName = /(?:\b(?:said|says|added|explained|noted|sagte?)|[—–])\s+(\p{Lu}\p{Ll}{2,20})\b/u;
const minimumWords = 6;

/** The statements of the release: quoted words with a speaker beside them, in any section. */
export function findStatements(pieces: readonly CoachPiece[], company: string): Statement[] {
  return pieces.flatMap((piece) =>
    piece.blocks.flatMap((block, index) => {
      const around = { before: piece.blocks[index - 1], next: piece.blocks[index + 1] };
      const found = readStatement(piece, block, around.next);
      if (!found || found.words.split(/\s+/u).length < minimumWords) return [];
      const beside = speakerLine(found.attribution, around);
      const name = nameIn(beside);
      return [{ ...found, attribution: beside, name, speaker: speakerOf(piece, beside, company) }];
    }),
  );
}

/** First and last name; a first name alone counts right behind the verb of saying. */
function nameIn(attribution: string): string {
  const full = namePattern.exec(attribution.replace(/^[\s—–-]*/u, ''))?.[0];
  return full ?? firstName.exec(attribution)?.[1] ?? '';
}

interface Around {
  before: CoachBlock | undefined;
  next: CoachBlock | undefined;
}

/** "— Ines Abara, baker" below the words belongs to them, and so does "Today Ines Abara said:" above. */
function speakerLine(attribution: string, { before, next }: Around): string {
  const above = before?.text.slice(-160) ?? '';
  const isAnnounced = /:\s*$/u.test(above) && speech.test(above);
  if (isAnnounced && !speech.test(attribution)) return above;
  if (/[\p{L}\p{N}]/u.test(attribution)) return attribution;
  return next && /^\s*[—–-]/u.test(next.text) ? next.text : attribution;
}

type Found = Pick<Statement, 'piece' | 'block' | 'range' | 'words' | 'attribution'>;

function readStatement(piece: CoachPiece, block: CoachBlock, next?: CoachBlock): Found | null {
  const { text, quotations } = block;
  const first = quotations[0];
  const last = quotations.at(-1);
  const isQuoteSection = piece.section === 'leaderQuote' || piece.section === 'customerQuote';
  if (!first || !last) {
    const isFirst = piece.blocks[0] === block;
    const hasSpeaker = /(?:^|\s)[—–]\s*\p{L}/u.test(text) || /^\s*[—–]/u.test(next?.text ?? '');
    if (!(isQuoteSection && isFirst) && !(block.source.isCited && hasSpeaker)) return null;
    return /^\s*[—–-]/u.test(text) ? null : unmarkedStatement(piece, block);
  }
  const beside = blankRanges(text, quotations).replace(/\s+/gu, ' ').trim();
  if (!isQuoteSection && !block.source.isCited && !isSpoken(block)) return null;
  const words = quotations.map(({ from, to }) => text.slice(from + 1, to - 1)).join(' ');
  return { piece, block, range: { from: first.from, to: last.to }, words, attribution: beside };
}

/** Quoted terms are no speech; speech has a verb of saying or a dash right beside the marks. */
function isSpoken(block: CoachBlock): boolean {
  return block.quotations.some(({ from, to }) => {
    if (to - from < 24) return false;
    const before = block.text.slice(Math.max(0, from - 120), from);
    if (voiceless.test(before)) return false;
    return spokenAfter.test(block.text.slice(to, to + 80)) || spokenBefore.test(before);
  });
}

/** Words in a quote section that nobody put into quotation marks: everything before the speaker is taken as said. */
function unmarkedStatement(piece: CoachPiece, block: CoachBlock): Found {
  const said = speech.exec(block.text);
  const end = said && said.index > 0 ? said.index : block.text.length;
  return {
    piece,
    block,
    range: { from: 0, to: end },
    words: block.text.slice(0, end).trim(),
    attribution: block.text.slice(end).trim(),
  };
}

function speakerOf(piece: CoachPiece, attribution: string, company: string): Statement['speaker'] {
  if (piece.section === 'leaderQuote') return 'company';
  if (piece.section === 'customerQuote') return 'customer';
  if (company !== '' && attribution.includes(company)) return 'company';
  if (!staff.test(attribution)) return 'unknown';
  return company !== '' && elsewhere.test(attribution) ? 'customer' : 'company';
}
