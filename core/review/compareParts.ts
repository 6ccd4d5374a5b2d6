import { comparable } from '../export/markdown/comparable';
import type { PartKey } from '../narrative/parts';
import { plainText } from '../narrative/plainText';
import { type RichDoc, type RichNode, stringAttr } from '../narrative/richText';
import { type Anchor, anchorLimits } from './anchor';
import type { TextChange } from './textChange';

export interface PartChange {
  anchor: Anchor;
  change: TextChange;
}

const containers: readonly string[] = ['doc', 'section', 'faqItem', 'useCase', 'step', 'manual'];

export function compareParts(part: PartKey, was: RichDoc, now: RichDoc): PartChange[] {
  return compareChildren(comparable(was), comparable(now), { part, section: '' });
}

interface Place {
  part: PartKey;
  section: string;
}

function compareChildren(was: RichNode, now: RichNode, place: Place): PartChange[] {
  const [a, b] = [was.content ?? [], now.content ?? []];
  let start = 0;
  while (start < a.length && start < b.length && JSON.stringify(a[start]) === JSON.stringify(b[start]))
    start += 1;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    JSON.stringify(a[a.length - 1 - end]) === JSON.stringify(b[b.length - 1 - end])
  )
    end += 1;
  const gone = a.slice(start, a.length - end);
  const come = b.slice(start, b.length - end);
  const changes: PartChange[] = [];
  const pairs = Math.min(gone.length, come.length);
  for (let index = 0; index < pairs; index += 1) {
    const [one, other] = [gone[index], come[index]];
    if (!one || !other || JSON.stringify(one) === JSON.stringify(other)) continue;
    if (containers.includes(one.type) && one.type === other.type) {
      const section = stringAttr(one, 'key') || stringAttr(one, 'id') || place.section;
      changes.push(...compareChildren(one, other, { ...place, section }));
    } else if (
      one.type === other.type &&
      one.type !== 'table' &&
      JSON.stringify(one.attrs) === JSON.stringify(other.attrs) &&
      !(one.content ?? []).some(({ type }) => type !== 'text')
    ) {
      changes.push({
        anchor: anchorFor(plainText(one), place),
        change: { kind: 'words', was: one.content ?? [], now: other.content ?? [] },
      });
    } else
      changes.push({
        anchor: anchorFor(plainText(one), place),
        change: { kind: 'replace', was: [one], now: [other] },
      });
  }
  const rest = gone.slice(pairs);
  if (rest.length > 0)
    changes.push({
      anchor: anchorFor(rest.map(plainText).join('\n'), place),
      change: { kind: 'delete', was: rest },
    });
  const more = come.slice(pairs);
  if (more.length > 0)
    changes.push({
      anchor: anchorFor(plainText(a[start + pairs - 1] ?? { type: 'paragraph' }), place),
      change: { kind: 'insert', side: 'after', now: more },
    });
  return changes;
}

const anchorFor = (quote: string, { part, section }: Place): Anchor => ({
  ...{ part, section, item: '', from: null, to: null, before: '', after: '' },
  quote: quote.slice(0, anchorLimits.quote),
});
