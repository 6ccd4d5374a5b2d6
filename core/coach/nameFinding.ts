import type { Hit } from './rule';

/**
 * A name for a question that stays as long as rule, place and words stay: space, capitals and the kind of
 * quotation mark do not count. A question about something missing hangs on its place and what is missing.
 */
export function nameFinding(rule: string, { part, section, quote, variant, slots }: Hit): string {
  const about = quote === '' ? `${variant ?? ''} ${slots?.missing ?? ''}` : quote;
  return [rule, part, section, hash(normalise(about))].join('/');
}

function normalise(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[“”„«»"‘’']/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

/** FNV-1a over two seeds, which is plenty to tell apart the sentences of one section. */
function hash(text: string): string {
  return [0x811c9dc5, 0x01000193].map((seed) => fnv(text, seed).toString(36)).join('');
}

function fnv(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}
