const monthNames = [
  ['january', 'jan', 'januar'],
  ['february', 'feb', 'februar'],
  ['march', 'mar', 'märz', 'maerz'],
  ['april', 'apr'],
  ['may', 'mai'],
  ['june', 'jun', 'juni'],
  ['july', 'jul', 'juli'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct', 'oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec', 'dezember', 'dez'],
];

const monthOf = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const month = `(?<month>${[...monthOf.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?`;
const year = '(?<year>\\d{4})';

/** Ways to write a day; numbers with slashes or dots are read day first. */
const dayPatterns = [
  /(?<![\d-])(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?![\d-])/u,
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? +${month},? +${year}(?!\\d)`, 'iu'),
  new RegExp(`(?<!\\p{L})${month} +(?<day>\\d{1,2})(?:st|nd|rd|th)?,? +${year}(?!\\d)`, 'iu'),
  /(?<!\d)(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>\d{4})(?!\d)/u,
];

const monthPattern = new RegExp(`(?<!\\p{L})${month} +${year}(?!\\d)`, 'iu');

export interface LaunchDay {
  /** ISO date, such as 2027-09-14; only 2027-09 where a month is all that is named. */
  day: string;
  quote: string;
  from: number;
}

/** The first full day named in a dateline; null when it names none that exists. */
export function findLaunchDay(dateline: string): LaunchDay | null {
  for (const pattern of dayPatterns) {
    const match = pattern.exec(dateline);
    const day = match && toIsoDay(match.groups ?? {});
    if (match && day) return { day, quote: match[0], from: match.index };
  }
  return null;
}

/** The first month named with its year, for texts that name no day. */
export function findLaunchMonth(text: string): LaunchDay | null {
  const match = monthPattern.exec(text);
  const day = match && toIsoDay({ ...match.groups, day: '1' });
  return match && day ? { day: day.slice(0, 7), quote: match[0], from: match.index } : null;
}

function toIsoDay(groups: Record<string, string | undefined>): string | null {
  const name = (groups.month ?? '').toLowerCase();
  const monthNumber = monthOf.get(name) ?? Number(name);
  const iso = [
    groups.year ?? '',
    String(monthNumber).padStart(2, '0'),
    String(Number(groups.day)).padStart(2, '0'),
  ].join('-');
  // Built and read back, so that 31 February is no day.
  const date = new Date(`${iso}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
