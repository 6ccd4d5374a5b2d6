import type { PhrasingContent } from 'mdast';
import { textOf } from '../markdown/textOf';
import { boldLength, paragraphAfter } from './inlines';
import { type KnownTitle, placeOfTitle } from './knownTitles';

export interface Label {
  place: KnownTitle;
  /** What follows the label; all of the words when the label says more than where they belong. */
  rest: PhrasingContent[];
  /** True when nothing follows it. */
  isWhole: boolean;
}

const marker = /^\s*(?:¶\s*\d+|§\s*\d+|\[\d+\]|[-*•–]\s|\d{1,2}[.)]\s)\s*[—–:.-]*\s*/u;
const wordsBefore = /^([^:\n]{2,70}?)\s*(?::(?=\s|$)|\s[–—-]{1,2}\s)\s*/u;
/** With the spaces around it. Whoever writes a million spaces must not be waited for. */
const longestLabel = 400;
const inBrackets = /^\s*([[<{][^\]>}\n]{2,60}[\]>}])\s*[:–—-]?\s*/u;

/** Reads a label such as "Subtitle: …", "**Problem**" or "[Headline] …"; null when none of ours begins the line. */
export function readLabel(children: readonly PhrasingContent[]): Label | null {
  const text = children.map(textOf).join('');
  const skipped = marker.exec(text)?.[0].length ?? 0;
  const body = text.slice(skipped);
  const lead = skipped === 0 ? [...children] : paragraphAfter(children, skipped).children;
  const length = boldLabelLength(lead) || plainLabelLength(body);
  if (length === 0) return null;
  const place = placeOfTitle(titleIn(body.slice(0, length)));
  if (!place) return null;
  const rest = paragraphAfter(lead, length).children;
  const isWhole = rest.map(textOf).join('').trim() === '';
  return { place, rest: place.isExact ? rest : [...children], isWhole };
}

const titleIn = (label: string) => label.replace(/[\s:.–—-]+$/u, '');

/** A known title in bold at the beginning, with the colon or dash behind it. */
function boldLabelLength(children: readonly PhrasingContent[]): number {
  const length = boldLength(children);
  if (length === 0 || length > 80) return 0;
  const text = children.map(textOf).join('');
  const bold = text.slice(0, length);
  const after = /^\s*[:–—.-]?\s*/u.exec(text.slice(length))?.[0] ?? '';
  const isParted = /[:.–—-]\s*$/u.test(bold) || /[:–—-]/u.test(after) || text.length === length;
  return isParted && placeOfTitle(titleIn(bold)) ? length + after.length : 0;
}

function plainLabelLength(text: string): number {
  const bracketed = inBrackets.exec(text);
  if (bracketed && placeOfTitle(bracketed[1] ?? '')) return bracketed[0].length;
  const indent = text.length - text.trimStart().length;
  const match = wordsBefore.exec(text.slice(indent, indent + longestLabel));
  if (match && placeOfTitle(match[1] ?? '')) return indent + match[0].length;
  return placeOfTitle(text)?.isExact && text.length <= 60 ? text.length : 0;
}
