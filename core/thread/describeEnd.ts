import { collectClaims } from '../evidence/collectClaims';
import { stateNames } from '../evidence/stateNames';
import { longDate } from '../export/stamp';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { type PartKey, partDefinitions } from '../narrative/parts';
import { plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';
import type { ScreenRecord } from '../screens/screenRecord';
import type { ItemEnd } from './itemEnds';
import type { ThreadEnd } from './threadEnd';

/** Where an item's end stands: its part, its top-level node and its number there, counted from 1. */
interface ItemPlace {
  part: PartKey;
  item: RichNode;
  number: number;
}

/** A question, step or how-to as an end of the thread. */
export function describeItem(end: ItemEnd, { part, item, number }: ItemPlace): ThreadEnd {
  return {
    kind: end.kind,
    id: end.id,
    column: end.kind,
    words: inALine(end.title, end.text, untitled[end.kind]),
    text: end.text,
    place: { part, section: stringAttr(item, 'id') },
    note: noteOf(end, { part, item, number }),
    isBlank: end.isBlank,
  };
}

/** A screen as an end; `place` is where it stands first, null for one in no text. */
export function describeScreen(
  { id, title, alt, picture, hotspots }: ScreenRecord,
  place: (ThreadEnd['place'] & { within: string }) | null,
): ThreadEnd {
  const text = [title, alt, ...hotspots.map(({ label }) => label)].filter(Boolean).join('\n');
  return {
    kind: 'screen',
    id,
    column: 'screen',
    words: inALine(title, alt, 'A screen without a name'),
    text,
    place: { part: place?.part ?? 'experience', section: place?.section ?? '' },
    note:
      place === null
        ? 'Screen, in no story'
        : `Screen, ${place.within.replace(/^Step/, 'step') || partDefinitions[place.part].title}`,
    isBlank: picture === null && text.trim() === '',
  };
}

/** The source cards as ends: those of the text in reading order, then those whose words were deleted. */
export function describeEvidence(content: NarrativeContent): ThreadEnd[] {
  const { claims, orphans } = collectClaims(content);
  const nowhere = { part: 'release', section: '', words: '' } as const;
  const cards = [...claims, ...orphans.map((record) => ({ ...nowhere, record }))];
  return cards.flatMap(({ record, part, section, words }): ThreadEnd[] => {
    if (!record) return [];
    const text = [record.what, words, record.note].filter(Boolean).join('\n');
    const isTarget = record.state === 'target';
    const kind = isTarget ? ['Target'] : ['Evidence', stateNames[record.state].toLowerCase()];
    return [
      {
        kind: 'evidence',
        id: record.id,
        column: isTarget ? 'metric' : 'evidence',
        words: inALine(record.what, words, 'A source card without words'),
        text,
        place: { part, section },
        note: [...kind, record.when === '' ? '' : longDate(record.when)].filter(Boolean).join(', '),
        isBlank: text.trim() === '',
      },
    ];
  });
}

const untitled: Readonly<Record<ItemEnd['kind'], string>> = {
  faq: 'A question without words',
  step: 'A step without words',
  howTo: 'A how-to without words',
};

function noteOf({ kind, state }: ItemEnd, { part, item, number }: ItemPlace): string {
  const title = titleOf(item);
  if (kind === 'faq') return `${partDefinitions[part].title}, question ${number}, ${state ?? 'open'}`;
  if (kind === 'step') return title === '' ? `Step ${number}` : `Step ${number} of “${title}”`;
  return title === '' ? 'Manual, how-to' : `Manual for ${title}, how-to`;
}

function titleOf(item: RichNode): string {
  const title = (item.content ?? []).find(({ type }) => type === 'title');
  return title ? plainText(title).trim() : '';
}

const longestLine = 120;

function inALine(...texts: readonly string[]): string {
  const line = texts.map((text) => text.trim().replace(/\s+/g, ' ')).find((text) => text !== '') ?? '';
  return line.length <= longestLine ? line : `${line.slice(0, longestLine).replace(/\s+\S*$/, '')} …`;
}
