import { blocksOf, type CoachDocument, sectionOf } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import { nameKey, type ProperName } from '../reading/findNames';
import { type Hit, hitIn, type RuleSettings } from '../rule';

type Mention = ProperName & { block: CoachBlock };

const monthsWords = anyOf(
  'January|February|March|April|May|June|July|August|September|October|November|December',
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day',
);
const months = new RegExp(`^${monthsWords}$`, 'u');
const bodySections = new Set(['summary', 'problem', 'solution', 'gettingStarted', 'callToAction', '']);

/** Finds a product that goes by one name in the heading and by another in the text, or is spelt in two ways. */
export function findNameDrift(document: CoachDocument, settings: RuleSettings): Hit[] {
  const { product } = document.names;
  if (nameKey(product).length < 3) return [];
  const other = otherName(document, product, settings);
  return [
    ...(other.length > 0 ? other : renamedHalfway(document, product, settings)),
    ...otherSpelling(document, product),
  ];
}

/** Where a text speaks of its product: "With Dockmate on the line", "Download FixFast", "Mendwell shows …". */
const asProduct = anyOf(
  '[Ww]ith|[Uu]sing|[Tt]hanks to|[Dd]ownload|[Ii]nstall|[Oo]pen|[Ss]tart|[Tt]ry|[Oo]rder|[Bb]uy|[Mm]it',
);
const placed = String.raw`(?= (?:on|in|at|by|beside|aboard|running|listening|open|from|pads?|today|now|the|a|an|for|to)\b|[,.])`;
const inRole = new RegExp(String.raw`(?<!\p{L})${asProduct} (\p{Lu}\p{Ll}+(?:\p{Lu}\p{L}+)?)${placed}`, 'gu');
const told = new Set(['summary', 'solution', 'gettingStarted', 'callToAction']);

/** The right name in one place and another one in its role elsewhere, which nobody and nothing else bears. */
function renamedHalfway(document: CoachDocument, product: string, settings: RuleSettings): Hit[] {
  if (!document.isSorted) return [];
  const release = blocksOf(document, 'release');
  const elsewhere = release
    .filter(({ section }) => !told.has(section))
    .map(({ text }) => text)
    .join('\n');
  const known = settings.phrases('otherFirms');
  for (const block of release.filter(({ section }) => told.has(section))) {
    for (const { 1: name = '', 0: whole, index } of block.prose.matchAll(inRole)) {
      const isOwn = nameKey(product).includes(nameKey(name)) || isSpelling(name, product, nameKey(product));
      if (name.length < 6 || isOwn || known.has(name) || months.test(name) || elsewhere.includes(name))
        continue;
      const from = index + whole.length - name.length;
      return [hitIn(block, { from, to: from + name.length }, { slots: { product, other: name } })];
    }
  }
  return [];
}

function otherName(document: CoachDocument, product: string, settings: RuleSettings): Hit[] {
  const body = blocksOf(document, 'release').filter(
    ({ section, quotations }) => bodySections.has(section) && quotations.length === 0,
  );
  const key = nameKey(product);
  if (body.length === 0 || body.some(({ prose }) => nameKey(prose).includes(key))) return [];
  const heading = nameKey(sectionOf(document, 'release', 'heading')?.text ?? '');
  const words = new Set(
    body.flatMap((block) => block.words.map((word) => block.prose.slice(word.from, word.to))),
  );
  const inHeading = new Set(product.toLowerCase().split(/[\s-]/u));
  const counts = new Map<string, Mention[]>();
  for (const mention of body.flatMap((block) => namesIn(block))) {
    const each = nameKey(mention.text);
    if (each.length < 3 || heading.includes(each) || isSomethingElse(mention)) continue;
    // A word that is also written small is no name; one that shares a word with the product may be its full name.
    const own = mention.text.toLowerCase().split(/[\s-]/u);
    if (own.every((word) => words.has(word)) || own.some((word) => inHeading.has(word))) continue;
    counts.set(each, [...(counts.get(each) ?? []), mention]);
  }
  const [most] = [...counts.values()].sort((a, b) => b.length - a.length);
  const first = most?.[0];
  if (!first || most.length < settings.threshold('mentions')) return [];
  return [hitIn(first.block, first, { slots: { product, other: first.text } })];
}

function namesIn(block: CoachBlock): Mention[] {
  return block.names.map((name) => ({ ...name, block }));
}

/** "Order Tallifold" begins a sentence with an order: the name is its second word. */
function spellingsIn(block: CoachBlock): Mention[] {
  return namesIn(block).flatMap((name) => {
    const space = name.text.indexOf(' ');
    const isOpening = space > 0 && block.sentenceAt(name.from).from === name.from;
    const text = name.text.slice(space + 1);
    return isOpening ? [name, { ...name, from: name.from + space + 1, text }] : [name];
  });
}

/**
 * Towns stand after "in", companies before "today", standards such as 3-D Secure begin with a number, and short
 * forms in capitals are asked about elsewhere.
 */
function isSomethingElse({ block, from, to, text }: Mention): boolean {
  if (/^(?:\p{Lu}{2,5}$|\d)/u.test(text) || months.test(text)) return true;
  // Only products are written with a capital inside.
  if (/\p{Ll}\p{Lu}|!/u.test(text)) return false;
  if (
    /\b(?:in|at|near|from|of|around|across|am|bei|aus)\s+$/iu.test(
      block.prose.slice(Math.max(0, from - 8), from),
    )
  )
    return true;
  return /^\s+(?:today|has|have|announced|launched|opened|introduced|released)\b/iu.test(
    block.prose.slice(to, to + 14),
  );
}

function otherSpelling(document: CoachDocument, product: string): Hit[] {
  const key = nameKey(product);
  const parts = ['release', 'customerFaq', 'internalFaq', 'experience', 'manuals', 'plan'] as const;
  const seen = new Set<string>();
  return blocksOf(document, ...parts).flatMap((block) =>
    spellingsIn(block)
      .filter(({ text }) => text !== product && isSpelling(text, product, key))
      .filter(({ text }) => !seen.has(text) && seen.add(text))
      .map((name) => hitIn(block, name, { variant: 'spelling', slots: { product, other: name.text } })),
  );
}

function isSpelling(text: string, product: string, key: string): boolean {
  const other = nameKey(text);
  const isAllCapital = text === text.toUpperCase() && text.length > 4;
  if (other === key) return !isAllCapital && !isTitleForm(text, product);
  return key.length >= 6 && !text.includes(' ') && differByOne(other, key) && other !== `${key}s`;
}

/** A capital at the start of a name written small is only the start of a sentence. */
function isTitleForm(text: string, product: string): boolean {
  return text.slice(1) === product.slice(1);
}

/** True when one letter was put in, taken out, changed or swapped with its neighbour. */
function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right === `${left[1]}${left[0]}`;
}
