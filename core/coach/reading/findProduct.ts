import { anyOf } from './anyOf';
import type { CoachPiece } from './coachPiece';
import { findNames, isTitleCase, nameKey } from './findNames';
import { splitSentences } from './splitSentences';

/** Names that the heading gives away; '' where it gives none. */
export interface KnownNames {
  company: string;
  product: string;
}

const launchWords = anyOf(
  'launch(?:es|ed)?|opens?|opened|introduc(?:es|ed)|announc(?:es|ed)|unveil(?:s|ed)',
  'releas(?:es|ed)|starts?|ships?|presents?|brings|publish(?:es|ed)|stellt|eröffnet|startet',
  'bringt|veröffentlicht',
);
const launch = new RegExp(String.raw`\s(?:today\s)?${launchWords}\s`, 'iu');
const word = String.raw`(?:\p{Lu}[\p{L}\p{N}.'’-]{0,40}|\p{Ll}{1,12}\p{Lu}[\p{L}\p{N}]{0,40})`;
const presenting = anyOf(
  '[Aa]nnouncing|[Ii]ntroducing|[Ll]aunching|[Pp]resenting|[Mm]eet|[Tt]he|[Ii]ts|an?|[Nn]ew|[Ff]ree',
  '[Dd]ie|[Dd]as|[Dd]en|[Dd]er|neue[ns]?',
);
const leadingRun = new RegExp(String.raw`^(?:${presenting}\s){0,3}(${word}!?(?:\s${word}!?){0,3})`, 'u');
const stops = anyOf(
  'to|for|that|so|which|with|and|a|an|the|in|on|helping|enabling|reducing|giving|making|letting',
  'für|mit|und',
);
const stopWords = new RegExp(String.raw`\s${stops}(?=\s|$)`, 'iu');

/** Reads company and product out of a heading such as "Osterby launches Fairmend, a fixed repair price". */
export function findProduct(heading: string, body: readonly CoachPiece[]): KnownNames {
  const verb = launch.exec(heading);
  if (verb) {
    const before = heading.slice(0, verb.index);
    const after = heading.slice(verb.index + verb[0].length);
    const product = namedAfter(after);
    const isName = !isTitleCase(heading) || standsAlone(after, product) || isNamedIn(product, body);
    return { company: wholeRun(before), product: isName ? product : '' };
  }
  return { company: '', product: leadingName(heading, body) };
}

function firstRun(text: string): string {
  return trimRun(leadingRun.exec(text)?.[1] ?? '');
}

/** What stands before the verb is the company only when it is a name and nothing else. */
function wholeRun(text: string): string {
  const run = firstRun(text);
  return text.trim().endsWith(run) ? run : '';
}

function namedAfter(text: string): string {
  const run = firstRun(text);
  // "launches The Cheapest Way …" in title case names nothing.
  return run.split(' ').length > 3 ? '' : run;
}

/** "Launches Melinda, the Smart Mailbox" sets the name apart; in "Launches Same-Day Returns for All" all is capital. */
function standsAlone(text: string, name: string): boolean {
  return /^(?:[,:;(–—-]|$)/u.test(text.slice(text.indexOf(name) + name.length).trim());
}

function trimRun(run: string): string {
  const stop = stopWords.exec(run);
  return (stop ? run.slice(0, stop.index) : run).replace(/[.,:;]+$/u, '').trim();
}

/** "Bill Buddy: split any bill" or "Bill Buddy splits any bill"; a single plain word must recur as a name. */
function leadingName(heading: string, body: readonly CoachPiece[]): string {
  const beforeColon = /^([^:–—,]{2,40})\s?[:–—,]\s/u.exec(heading)?.[1] ?? '';
  const candidate =
    beforeColon !== '' ? firstRun(beforeColon) : isTitleCase(heading) ? '' : firstRun(heading);
  if (candidate === '' || (beforeColon !== '' && candidate !== trimRun(beforeColon))) return '';
  if (candidate.includes(' ') || /\p{Ll}\p{Lu}|!/u.test(candidate)) return candidate;
  return isNamedIn(candidate, body) ? candidate : '';
}

function isNamedIn(name: string, body: readonly CoachPiece[]): boolean {
  const key = nameKey(name);
  return body.some((piece) =>
    piece.blocks.some((block) =>
      findNames(block.prose, splitSentences(block.prose)).some(({ text }) => nameKey(text) === key),
    ),
  );
}
