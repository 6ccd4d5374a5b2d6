import type { CoachBlock } from '../coach/reading/coachBlock';
import type { TextRange } from '../coach/reading/textRange';
import type { Disagreement, Mention } from './factPlace';

/** Names of platforms as people write them; what is written in two ways is one platform. */
const platformNames: Readonly<Record<string, string>> = {
  ios: 'iOS',
  iphone: 'iOS',
  iphones: 'iOS',
  ipad: 'iOS',
  ipads: 'iOS',
  ipados: 'iOS',
  android: 'Android',
  windows: 'Windows',
  macos: 'Mac',
  mac: 'Mac',
  macs: 'Mac',
  linux: 'Linux',
  browser: 'web',
  browsers: 'web',
};
const names = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${Object.keys(platformNames).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
/** "in both app stores" names the two platforms that have one. */
const stores = /(?<!\p{L})(?:both app stores|the app stores|beiden App-Stores)(?!\p{L})/giu;
/** Words that say where the product runs; a step such as "on Android, tap Share" says no such thing. */
const offer =
  /(?<!\p{L})(?:available|runs?|works?|comes?|ships?|apps? for|supports?|supported|version|versions|launch(?:es|ed)?|only|both app stores|the app stores|verfügbar|läuft|erscheint|gibt es|nur)(?!\p{L})/iu;
const negation = /(?<!\p{L})(?:not|no|never|without|isn['’]t|doesn['’]t|don['’]t|nicht|keine?)(?!\p{L})/iu;
const only = /(?<!\p{L})(?:only|solely|exclusively|nur|ausschließlich)(?!\p{L})/iu;
/** What is known of somebody else, or of another day, is no word about the product today. */
const aside = /(?<!\p{L})(?:later|next year|soon|compet\p{L}*|rivals?|später|bald)(?!\p{L})/iu;

interface Statement {
  mention: Mention;
  platforms: ReadonlySet<string>;
  kind: 'offered' | 'only' | 'missing';
}

const partsRead: ReadonlySet<string> = new Set(['release', 'customerFaq', 'internalFaq', 'manuals', 'plan']);

/** Where the narrative says on what the product runs; the id lists the platforms. */
export function findPlatforms(blocks: readonly CoachBlock[]): Mention[] {
  return statementsIn(blocks)
    .filter(({ kind }) => kind !== 'missing')
    .map(({ mention }) => mention);
}

/** The platforms that a value names, as an id; null when it names none. */
export function platformsId(value: string): string | null {
  const found = platformsOf(value);
  return found.size === 0 ? null : idOf(found);
}

/** Statements in different parts that cannot both be true. */
export function disagreeingPlatforms(blocks: readonly CoachBlock[]): Disagreement[] {
  const statements = statementsIn(blocks);
  const told = statements.find(({ kind }) => kind !== 'missing');
  if (!told) return [];
  const home = told.mention.block.part;
  const atHome = new Set(
    statements
      .filter(({ mention, kind }) => mention.block.part === home && kind !== 'missing')
      .flatMap(({ platforms }) => [...platforms]),
  );
  return statements
    .filter(({ mention }) => mention.block.part !== home)
    .filter((other) => contradicts({ ...told, platforms: atHome }, other))
    .map((other) => ({ one: told.mention, other: other.mention }));
}

function contradicts(told: Statement, other: Statement): boolean {
  const shared = [...other.platforms].filter((each) => told.platforms.has(each)).length;
  if (other.kind === 'missing') return shared > 0;
  const isInside = shared === other.platforms.size;
  const holdsAll = shared === told.platforms.size;
  if (other.kind === 'only') return !(isInside && holdsAll);
  if (told.kind === 'only') return !isInside;
  if (shared === 0) return true;
  // Two full lists that each name what the other leaves out; a shorter list may be a detail.
  return !isInside && !holdsAll && other.platforms.size > 1 && told.platforms.size > 1;
}

function statementsIn(blocks: readonly CoachBlock[]): Statement[] {
  return blocks
    .filter(({ part, section }) => partsRead.has(part) && section !== 'problem')
    .flatMap((block) => block.sentences.flatMap((sentence) => statementIn(block, sentence)));
}

function statementIn(block: CoachBlock, sentence: TextRange): Statement[] {
  const text = block.prose.slice(sentence.from, sentence.to);
  const matches = [...text.matchAll(names), ...text.matchAll(stores)].sort((a, b) => a.index - b.index);
  const first = matches[0];
  const last = matches.at(-1);
  if (!first || !last || !offer.test(text) || aside.test(text) || text.trimEnd().endsWith('?')) return [];
  const platforms = platformsOf(text);
  const range = {
    from: sentence.from + first.index,
    to: sentence.from + last.index + last[0].length,
  };
  const mention = { block, range, id: idOf(platforms) };
  return [{ mention, platforms, kind: kindOf(text) }];
}

function kindOf(text: string): Statement['kind'] {
  if (negation.test(text)) return only.test(text) ? 'offered' : 'missing';
  return only.test(text) ? 'only' : 'offered';
}

function platformsOf(text: string): Set<string> {
  const found = [...text.matchAll(names)].map(([name]) => platformNames[name.toLowerCase()] ?? name);
  return new Set(text.search(stores) >= 0 ? [...found, 'iOS', 'Android'] : found);
}

const idOf = (platforms: ReadonlySet<string>): string => [...platforms].sort().join(', ');
