import type { PartKey } from '../../narrative/parts';
import { blocksOf, type CoachDocument, openingBlocks } from '../coachDocument';
import type { CoachBlock } from '../reading/coachBlock';
import { nameKey } from '../reading/findNames';
import { type TextRange, touchesAny } from '../reading/textRange';
import type { PhraseList } from '../reading/words';
import { type Hit, hitIn, type RuleSettings } from '../rule';
import { isForBuilders } from './24-technology';

const acronym = /(?<![\p{L}\p{N}.@/#&-])[A-Z][A-Z0-9]{1,5}(?=(?:s|'s|’s)?(?![\p{L}\p{N}&-]|\.\p{L}))/gu;
const readerParts: readonly PartKey[] = ['release', 'customerFaq', 'manuals', 'experience'];

/** Finds short forms in capitals that the customer's parts never spell out; each is asked about once. */
export function findAcronyms(document: CoachDocument, settings: RuleSettings): Hit[] {
  const blocks = blocksOf(document, ...readerParts).filter(
    ({ isCode, section }) => !isCode && section !== 'dateline',
  );
  const everything = blocks.map(({ text }) => text).join('\n');
  const firm = new Set(openingBlocks(document));
  const known = knownTo(document, settings);
  const standIns = settings.phrases('placeholderPeople');
  const seen = new Set<string>();
  return blocks
    .filter(({ part }) => part === 'release' || part === 'customerFaq')
    .flatMap((block) =>
      acronymsIn(block, standIns).flatMap((range) => {
        const short = block.text.slice(range.from, range.to);
        if (seen.has(short) || known(short) || isOwnName(short, document)) return [];
        seen.add(short);
        if (isExplained(short, everything)) return [];
        const level = firm.has(block) ? 'fix' : 'look';
        return [hitIn(block, range, { level })];
      }),
    );
}

/** What everybody knows; somebody who builds things also knows API and SQL. */
function knownTo(document: CoachDocument, settings: RuleSettings): (short: string) => boolean {
  const known = settings.phrases('knownAcronyms');
  const technical = settings.phrases('technical');
  const isBuilder = isForBuilders(document, settings);
  return (short) => known.has(short) || (isBuilder && technical.has(short));
}

function acronymsIn(block: CoachBlock, standIns: PhraseList): TextRange[] {
  const { prose } = block;
  const others = standIns.find(prose, block.words);
  return (
    [...prose.matchAll(acronym)]
      .filter(
        ({ 0: short, index }) => isShortForm(short) && !isShouted(prose, index) && !isState(prose, index),
      )
      .map((match) => ({ from: match.index, to: match.index + match[0].length }))
      .filter((range) => !isMeasure(prose, range.from, range.to) && !isTicker(prose, range))
      .filter((range) => !touchesAny(range, others))
      // "HP Enterprise" is a name, whatever its letters once stood for.
      .filter(({ to }) => !/^ \p{Lu}\p{Ll}/u.test(prose.slice(to, to + 3)))
  );
}

/** "(NASDAQ: ABCD)" tells where shares are traded. */
function isTicker(prose: string, { from, to }: TextRange): boolean {
  return (
    /^: ?[A-Z.]{1,6}\)/u.test(prose.slice(to, to + 9)) ||
    /\([A-Z]{2,8}: ?$/u.test(prose.slice(Math.max(0, from - 11), from))
  );
}

/** Two capitals at least; "NR1" and "M25" are districts and roads. */
function isShortForm(short: string): boolean {
  return /[A-Z][A-Z0-9]*[A-Z]/u.test(short) && !/^[A-Z]{1,2}\d/u.test(short);
}

/** Words beside others in capitals are set in capitals, such as the town of a dateline, and stand for themselves. */
function isShouted(prose: string, at: number): boolean {
  const around = prose.slice(Math.max(0, at - 20), at + 30);
  const opening = /^[\s\p{Lu},]{3,40}(?:[—–-]|,\s)/u.test(prose.slice(0, 60)) && at < 30;
  return opening || /\p{Lu}{4,}\s\p{Lu}{2,}|\p{Lu}{2,}\s\p{Lu}{4,}/u.test(around);
}

/** A short form beside a number is a currency or a unit. */
function isMeasure(prose: string, from: number, to: number): boolean {
  return (
    /^(?:\s?\d|[$£€])/u.test(prose.slice(to, to + 2)) ||
    /\d\s?$/u.test(prose.slice(Math.max(0, from - 2), from))
  );
}

function isState(prose: string, at: number): boolean {
  return (
    /\p{Ll},\s$/u.test(prose.slice(Math.max(0, at - 3), at)) &&
    /^[A-Z]{2}\b(?:\s*[—–(,]|\s-)/u.test(prose.slice(at, at + 6))
  );
}

function isOwnName(short: string, { names }: CoachDocument): boolean {
  return [names.company, names.product].some(
    (name) => nameKey(name) === nameKey(short) || name.split(/[\s-]/u).includes(short),
  );
}

/** Spelt out before it in brackets, after it in brackets, or told in words. */
function isExplained(short: string, text: string): boolean {
  const plain = short.replace(/s$/u, '');
  const places = [`(${plain})`, `(${plain}s)`, `(“${plain}”)`, `("${plain}")`, `${plain} (`, `${plain}s (`];
  if (places.some((place) => isBracketed(text, place, plain))) return true;
  const words = [' stands for', ' is short for', ', short for', ', or ', ' means ', ' steht für'];
  return words.some((word) => text.includes(`${plain}${word}`)) || initialsStandIn(text, plain);
}

function isBracketed(text: string, place: string, short: string): boolean {
  for (let at = text.indexOf(place); at !== -1; at = text.indexOf(place, at + place.length)) {
    if (!place.endsWith('(')) return true;
    const inside = text.slice(at + place.length, at + place.length + 80);
    if (initialsOf(inside.split(')')[0] ?? '').includes(short.toLowerCase().slice(0, 2))) return true;
  }
  return false;
}

/** "Contract Awarded Labor Category, CALC": the words stand somewhere with the same initials. */
function initialsStandIn(text: string, short: string): boolean {
  const letters = [...short].filter((letter) => /\p{L}/u.test(letter));
  if (letters.length < 3) return false;
  const words = letters.map((letter) => `${letter}\\p{Ll}{2,20}`);
  return new RegExp(`(?<!\\p{L})${words.join('[ -](?:(?:of|and|for|the|in) ){0,2}')}`, 'u').test(text);
}

function initialsOf(text: string): string {
  return (text.match(/\p{L}+/gu) ?? []).map((word) => (word[0] ?? '').toLowerCase()).join('');
}
