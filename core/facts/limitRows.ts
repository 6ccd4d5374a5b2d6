import { wordsOf } from './factPlace';
import { isSameLimit, type LimitMention } from './findLimits';

/** Mentions of one limit, or of one key number. */
export interface LimitRow {
  key: string;
  label: string;
  mentions: LimitMention[];
}

/** Sections of the release that make promises; their numbers are the ones to get right everywhere. */
const promises: ReadonlySet<string> = new Set([
  'heading',
  'subheading',
  'summary',
  'solution',
  'gettingStarted',
  'callToAction',
]);

/** One row for each limit, and for each number the release promises. The order of the text changes nothing. */
export function limitRows(limits: readonly LimitMention[]): LimitRow[] {
  const rows = clusters(limits)
    .filter((cluster) => cluster.some(isKept))
    .map((mentions) => toRow(mentions));
  return distinct(rows).sort((a, b) => (a.label < b.label ? -1 : 1));
}

const isKept = ({ isLimit, block }: LimitMention): boolean =>
  isLimit || (block.part === 'release' && promises.has(block.section));

/** Mentions that are about the same, directly or through a third. */
function clusters(limits: readonly LimitMention[]): LimitMention[][] {
  const found: LimitMention[][] = [];
  for (const limit of limits) {
    const near = found.filter((cluster) => cluster.some((each) => isSameLimit(each, limit)));
    for (const cluster of near) found.splice(found.indexOf(cluster), 1);
    found.push([...near.flat(), limit]);
  }
  return found;
}

function toRow(mentions: LimitMention[]): LimitRow {
  const isLimit = mentions.some((mention) => mention.isLimit);
  const named = mentions.filter((mention) => mention.isLimit === isLimit).map((mention) => nameOf(mention));
  const [name = ''] = named.sort();
  return {
    key: `${isLimit ? 'limit' : 'number'}-${slug(`${name} ${mentions[0]?.dimension ?? ''}`)}`,
    label: `${isLimit ? 'Limit' : 'Number'}: ${name}`,
    mentions,
  };
}

/** The words before the number and its unit, such as "a file of up to … GB". */
function nameOf(mention: LimitMention): string {
  const { block, range } = mention;
  const sentence = block.sentenceAt(range.from);
  const before = block.text.slice(sentence.from, range.from).trim().split(/\s+/u).slice(-4).join(' ');
  const unit = wordsOf(mention).replace(/^[^\p{L}%]*(?:\p{L}+[ -](?=\p{L}))?/u, '');
  return [before, '…', unit].filter((piece) => piece !== '').join(' ');
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 80);

function distinct(rows: LimitRow[]): LimitRow[] {
  const byKey = new Map<string, LimitRow>();
  for (const row of rows) {
    const known = byKey.get(row.key);
    if (known) known.mentions.push(...row.mentions);
    else byKey.set(row.key, row);
  }
  return [...byKey.values()];
}
