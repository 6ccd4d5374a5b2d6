import type { TextRange } from './textRange';

const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '"': '"',
  '‘': '’',
};

/**
 * Quoted stretches of a paragraph, marks included, over the ends of sentences. A curly quote that nobody
 * closed runs to the end of the paragraph, as it does in a speech of several paragraphs; a straight one is
 * taken for an inch sign.
 */
export function findQuotations(text: string): TextRange[] {
  const quotations: TextRange[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const closing = opensAt(text, at);
    if (closing === null) continue;
    const end = closing === '’' ? findSingle(text, at + 1) : findAny(text, closing, at + 1);
    if (end === -1 && (closing === '"' || closing === '’')) continue;
    quotations.push({ from: at, to: end === -1 ? text.length : end + 1 });
    at = end === -1 ? text.length : end;
  }
  return quotations;
}

function opensAt(text: string, at: number): string | null {
  const mark = text[at] ?? '';
  const closing = closers[mark];
  if (closing === undefined) return null;
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (mark === '"' && (/[\p{L}\p{N}]/u.test(before) || /\s/u.test(after))) return null;
  return mark === '»' && /\s/u.test(after) ? null : closing;
}

/** The single mark is an apostrophe, too: it closes behind a comma or full stop, or before a space. */
function findSingle(text: string, from: number): number {
  const reach = text.slice(from, from + 1200);
  const loose = /[\p{L}\p{N}]’(?=[\s,.;:!?)]|$)/u.exec(reach);
  const firm = /[,.!?…—]’(?=[\s,.;:!?)]|$)/u.exec(reach) ?? loose;
  return firm ? from + firm.index + 1 : -1;
}

function findAny(text: string, marks: string, from: number): number {
  const places = [...marks].map((mark) => text.indexOf(mark, from)).filter((place) => place !== -1);
  return places.length === 0 ? -1 : Math.min(...places);
}
