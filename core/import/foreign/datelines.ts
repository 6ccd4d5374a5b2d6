import { monthPattern, notPlaces, placeParticles } from './words/dates';

const day = String.raw`\d{1,2}(?:st|nd|rd|th|\.|er)?`;
const year = String.raw`(?:\d{4}|20XX|YYYY|XXXX|\[year\])`;
const month = String.raw`(?<![\p{L}])${monthPattern}\.?(?![\p{L}])`;
const weekday = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?`;
const blankDate = String.raw`\[[^\]\n]{0,30}(?:date|datum|month|day|year)[^\]\n]{0,30}\]|<[^>\n]{0,20}date[^>\n]{0,20}>`;

const datePattern = new RegExp(
  [
    String.raw`${weekday}${month}\s+(?:${day}|XX|DD|\[day\])(?:\s*[–-]\s*${day})?,?\s+${year}`,
    String.raw`${weekday}(?:den\s+|le\s+|the\s+)?${day}\s+(?:of\s+|de\s+)?${month},?\s+(?:de\s+)?${year}`,
    String.raw`\d{4}-\d{2}-\d{2}`,
    String.raw`\d{1,2}[./]\d{1,2}[./]\d{4}`,
    String.raw`${month},?\s+${year}`,
    String.raw`Q[1-4][\s,]+${year}`,
    blankDate,
  ].join('|'),
  'iu',
);

/** What may stand between the place and date of a dateline and its first sentence. */
const ending =
  /^\s*[\])]?\s*(?:[([/]?\s*(?:PR\s?Newswire|Business Wire|GLOBE NEWSWIRE|[A-Z]{2,6} ?[Nn]ews(?:wire)?)\s*[)\]/]?)?\s*(?:[—–]|--+|-(?=\s|$)|[:•·|]|\.(?=\s|$)|\/{1,2}(?=\s))\s*/u;
const placeAfter =
  /^\s*[,|•—–-]\s*(?<place>[\p{Lu}[][\p{L}.’'\s,\]-]{1,40}?)\s*(?<end>[—–]|--+|\s-\s|[:|•]|$)\s*/u;
const cityAlone = /^\s*(?<place>\p{Lu}[\p{Lu}.’'\s-]{2,30}(?:,\s*[\p{L}.\s]{2,20})?)\s*(?:[—–]|--)\s+(?=\S)/u;

export interface DatelineShape {
  /** Where the place and date end, and where what follows begins. */
  end: number;
  next: number;
  hasDate: boolean;
}

/** Finds the place and date that a paragraph begins with; null when it does not begin that way. */
export function readDateline(text: string): DatelineShape | null {
  const marker = /^\s*(?:¶\s*\d+|\[\d+\]|§\s*\d+)\s*[—–:.-]*\s*/u.exec(text)?.[0].length ?? 0;
  const shape = dated(text.slice(marker)) ?? undated(text.slice(marker));
  return shape && { ...shape, end: shape.end + marker, next: shape.next + marker };
}

function dated(text: string): DatelineShape | null {
  const date = datePattern.exec(text.slice(0, 130));
  if (!date) return null;
  const before = text.slice(0, date.index);
  if (!isPlace(before)) return null;
  const end = date.index + date[0].length;
  const rest = text.slice(end);
  if (/^\s*[\])]?\s*[.,;:]?\s*$/.test(rest)) return { end: text.length, next: text.length, hasDate: true };
  const place = before.trim() === '' ? placeAfter.exec(rest) : null;
  if (place?.groups && isPlace(place.groups.place ?? '')) {
    const length = rest.indexOf(place.groups.place ?? '') + (place.groups.place ?? '').length;
    return { end: end + length, next: end + place[0].length, hasDate: true };
  }
  const separator = ending.exec(rest);
  const bracket = /^\s*[\])]/.exec(rest)?.[0].length ?? 0;
  if (separator) return { end: end + bracket, next: end + separator[0].length, hasDate: true };
  if (bracket > 0 || (before.includes(',') && /^,?\s+\p{Lu}/u.test(rest)))
    return {
      end: end + bracket,
      next: end + bracket + (/^[\s,]*/.exec(rest.slice(bracket))?.[0].length ?? 0),
      hasDate: true,
    };
  return null;
}

/** "SEATTLE — Today …": a place in capitals before a dash, without a day. */
function undated(text: string): DatelineShape | null {
  const match = cityAlone.exec(text);
  const place = match?.groups?.place ?? '';
  if (!match || !isPlace(place) || place.length < 4) return null;
  return {
    end: place.length + (match[0].length - match[0].trimStart().length),
    next: match[0].length,
    hasDate: false,
  };
}

/** Whether words before a date can be a place: capitalised words, no sentence. Nothing at all can, too. */
function isPlace(before: string): boolean {
  const words = before.match(/\p{L}[\p{L}.’'-]*/gu) ?? [];
  if (
    before.length > 70 ||
    words.length > 9 ||
    /[.;?!]\s+\S/u.test(before.replace(/\b[\p{Lu}\p{Ll}]{1,2}\.\s/gu, ''))
  )
    return false;
  const [first] = words;
  if (first !== undefined && words.length > 0 && notPlaces.has(first.toLowerCase()))
    return words.length === 1 && /^(?:am|le|den)$/i.test(first);
  return words.every(
    (word) =>
      /^[\p{Lu}\p{Lo}]/u.test(word) ||
      placeParticles.has(word.toLowerCase()) ||
      /^(?:den|le|the|o’|d’)$/i.test(word),
  );
}
