import type { Finding } from '../api/shapes';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { type PartKey, partDefinitions } from '../narrative/parts';
import { plainText } from '../narrative/plainText';
import { stringAttr } from '../narrative/richText';
import type { LooseEnd } from './looseEnds';
import { readThread, type Thread, type ThreadRow } from './readThread';
import type { ThreadLink } from './threadLink';

/** Asks about promises that nobody can do, about what nobody was promised, and about links that lead nowhere. */
export function checkThread(content: NarrativeContent): Finding[] {
  const thread = readThread(content);
  const readText = createTextReader(content);
  const { promises, ends } = thread.orphans;
  const screens = ends.filter(({ kind }) => kind === 'screen');
  return [
    ...promises.map((row) => ({ ...undoable, ...promisePlace(readText, row) })),
    ...ends.filter(({ kind }) => kind !== 'screen').map((end) => askAboutEnd(readText, end)),
    ...groupBy(screens, ({ place }) => `${place.part}/${place.section}`).map(askAboutScreens),
    ...groupBy(thread.broken, ({ promise }) => promise).map((links) =>
      askAboutBroken(readText, { links, thread }),
    ),
  ];
}

type Words = Pick<Finding, 'rule' | 'level' | 'question' | 'why'>;
type Place = Pick<Finding, 'part' | 'section' | 'quote' | 'from' | 'to'>;

const undoable: Words = {
  rule: 'promise-nobody-can-do',
  level: 'fix',
  question: 'Where can a customer do this?',
  why: 'Promised, but nobody can do it yet: no step, screen or how-to is linked to it.',
};

function askAboutEnd(readText: TextReader, { kind, words, place }: LooseEnd): Finding {
  const name = kind === 'useCase' ? 'use case' : 'how-to';
  return {
    rule: 'nobody-promised',
    level: 'look',
    question: `Which promise of the release does this ${name} keep?`,
    why: 'There, but nobody was promised it: no promise leads here.',
    ...quoted(readText, { ...place, quote: words }),
  };
}

/** Screens have no words of their own in the text, so those of one place are asked about together. */
function askAboutScreens(screens: readonly LooseEnd[]): Finding {
  const [first] = screens;
  const names = screens.map(({ words }) => `“${words}”`).join(', ');
  const many = screens.length > 1;
  return {
    rule: 'nobody-promised',
    level: 'look',
    part: first?.place.part ?? 'experience',
    section: first?.place.section ?? '',
    ...nothingQuoted,
    question: `Which promise of the release ${many ? 'do these screens' : 'does this screen'} keep?`,
    why: `There, but nobody was promised ${many ? 'them' : 'it'}: ${names}.`,
  };
}

function askAboutBroken(
  readText: TextReader,
  { links, thread }: { links: readonly ThreadLink[]; thread: Thread },
): Finding {
  const row = thread.rows.find(({ promise }) => promise.id === links[0]?.promise);
  const names = links.map(({ words, end }) => `“${words.trim() || end}”`).join(', ');
  const titles = [...new Set(links.map(({ place }) => partDefinitions[place.part].title))].join(', ');
  const place: Place = row
    ? promisePlace(readText, row)
    : { part: 'release', section: '', ...nothingQuoted, quote: '' };
  return {
    ...place,
    rule: 'link-broken',
    level: 'look',
    question: 'What keeps this promise now?',
    why: `It was linked to ${names} (${titles}), which is gone or has lost its promise. The link is kept.`,
  };
}

const nothingQuoted = { quote: '', from: 0, to: 0 };

function promisePlace(readText: TextReader, { promise }: ThreadRow): Place {
  const [quote = ''] = promise.words.split(' … ');
  return quoted(readText, { part: 'release', section: promise.section, quote });
}

function quoted(
  readText: TextReader,
  { part, section, quote }: Pick<Place, 'part' | 'section' | 'quote'>,
): Place {
  const text = readText(part, section);
  const from = quote === '' ? -1 : text.indexOf(quote);
  if (from < 0) return { part, section, ...nothingQuoted };
  return { part, section, quote, from, to: from + quote.length };
}

/** Words of a section or item, by its key or id. */
type TextReader = (part: PartKey, section: string) => string;

function createTextReader({ parts }: NarrativeContent): TextReader {
  const known = new Map<string, string>();
  return (part, section) => {
    const name = `${part}/${section}`;
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const node = parts[part].content?.find(
      (piece) => stringAttr(piece, piece.type === 'section' ? 'key' : 'id') === section,
    );
    const text = node ? plainText(node).trim() : '';
    known.set(name, text);
    return text;
  };
}

function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()];
}
