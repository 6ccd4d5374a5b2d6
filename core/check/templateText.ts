import type { Finding } from '../api/shapes';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { type CheckedText, checkedTexts } from './checkedText';

const words = [
  /\b(?:TBD|TBC|TODO|FIXME|tbd)\b/gu,
  /\b[Ll][Oo][Rr][Ee][Mm] [Ii][Pp][Ss][Uu][Mm]\b[^\n.]{0,80}/gu,
];
const bracketed = [
  /\[\p{Lu}[\p{Lu}\p{N} ,.'’/&_-]{1,59}\]/gu,
  /\[(?:insert|your|add|write|enter|company|product|customer|name|date|city|title)\b[^\]\n]{0,60}\]/giu,
  /\[[^[\]\n]{0,60}\b(?:goes here|go here|sentences? about|words about|describe|fill in|placeholder)\b[^[\]\n]{0,60}\]/giu,
];
/** "[Spokesperson]", "[link]", "[market size]": a slot named by what belongs in it. */
const slots =
  'spokesperson|leader|executive|ceo|founder|speaker|market|country|region|town|place|venue' +
  '|location|link|url|number|amount|price' +
  '|figure|percent|percentage|quote|photo|image|logo|picture|phone|email|e-mail|address' +
  '|contact|month|year|day|segment|persona' +
  '|partner|brand|feature|benefit|problem|solution|headline|tagline|summary|competitor' +
  '|metric|role|job title|first name|last name' +
  '|surname|firm|platform|industry|currency|deadline|launch|details|tbd|tba|xx+';
const slotPattern = new RegExp(String.raw`\[(?:${slots})(?: (?!of)[\p{L}]{1,20}){0,5}\]`, 'giu');
const signs = [
  /\{\{[^}\n."'|/]{1,60}\}\}/gu,
  /[$£€]\s?X{1,6}\b|\bXX+\s?(?:%|percent|per cent|hours|minutes|days|customers|people|pounds|dollars|euros|million)/giu,
  /(?<![\p{L}\p{N}_])xx{1,5}(?![\p{L}\p{N}_])/gu,
  /<(?:insert|your|add|product|company|customer|name|date|city|title|price|number|quote|headline|link)\b[^<>\n]{0,60}>/giu,
  /(?<![_\p{L}\p{N}])_{3,60}(?![_\p{L}\p{N}])|\(\?\)|\?{3,20}/gu,
  /(?<!\p{L})(?:TBA|TBS|TKTK|TK|N\. ?N\.)(?!\p{L})|^DRAFT\b/gu,
  /(?<!\p{L})(?:price|pricing|quote|figure|number|name|date|photo|picture|image|link|address|wording|text|copy|title|amount|cost|venue)s? (?:is |are |still )?to (?:follow|come|be (?:confirmed|supplied|decided|agreed|added|provided|determined|inserted))(?!\p{L}| by| with| in| at| on| when)/giu,
];

/** A mark that admits what is not known, or says how it is known: honest work, never a leftover. */
export const honestMark =
  /evidence|assum|unknown|not known|known yet|target|sourc|citation|heard|estimat|verif|hypothe|invented|unproven|measure|observed|reported|illustrat/iu;

/** Points at instructions and stand-ins that were never replaced; marks such as [NEEDS EVIDENCE] are left alone. */
export function checkTemplateText(content: NarrativeContent): Finding[] {
  return checkedTexts(content).flatMap((piece) =>
    findLeftovers(piece.prose).map(({ from, length }) => leftover(piece, from, length)),
  );
}

/** Instructions and stand-ins in a text, in reading order; where two patterns meet, the first to begin counts. */
export function findLeftovers(prose: string): { from: number; length: number }[] {
  let end = 0;
  // Most paragraphs hold no bracket, and looking for one is quick.
  const patterns = prose.includes('[')
    ? [...words, ...bracketed, slotPattern, ...signs]
    : [...words, ...signs];
  return patterns
    .flatMap((pattern) => [...prose.matchAll(pattern)])
    .filter((match) => !honestMark.test(match[0]))
    .map((match) => ({ from: match.index, length: match[0].length }))
    .sort((a, b) => a.from - b.from || b.length - a.length)
    .filter(({ from, length }) => {
      if (from < end) return false;
      end = from + length;
      return true;
    });
}

function leftover({ part, section, text }: CheckedText, from: number, length: number): Finding {
  const quote = text.slice(from, from + length);
  return {
    rule: 'template-text',
    level: part === 'release' ? 'stop' : 'fix',
    part,
    section,
    quote,
    from,
    to: from + length,
    question: `What should stand here instead of "${quote}"?`,
    why: 'This still holds the instructions. Write it, or mark it "not known yet" so that reviewers can help.',
  };
}
