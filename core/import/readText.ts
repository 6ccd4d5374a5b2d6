import { plainTextTree } from './foreign/plainTextTree';
import { readForeign } from './foreign/readForeign';
import type { ImportedNarrative, Placing } from './importedNarrative';
import { nothingRead, readFrontMatter } from './markdown/frontMatter';
import { parseMarkdown } from './markdown/processor';
import { readDialect } from './markdown/readDialect';
import { printable } from './printable';

/** Reads Markdown: exactly where it is in our own format, by its headings where somebody else wrote it. */
export function readMarkdown(text: string, placing: Placing = 'guess'): ImportedNarrative {
  const front = readFrontMatter(printable(text));
  return front.isDialect ? readDialect(front) : readForeign(parseMarkdown(front.body), front, placing);
}

/** Reads plain text, in which only titles, paragraphs and `Q:`/`A:` pairs are looked for. */
export function readPlainText(text: string, placing: Placing = 'guess'): ImportedNarrative {
  const body = printable(text).replace(/^\ufeff/, '');
  return readForeign(plainTextTree(body), { ...nothingRead, body }, placing);
}
