import { plainTextTree } from './foreign/plainTextTree';
import { readForeign } from './foreign/readForeign';
import type { ImportedNarrative } from './importedNarrative';
import { nothingRead, readFrontMatter } from './markdown/frontMatter';
import { parseMarkdown } from './markdown/processor';
import { readDialect } from './markdown/readDialect';
import { printable } from './printable';

/** Reads Markdown: exactly where it is in our own format, by its headings where somebody else wrote it. */
export function readMarkdown(text: string): ImportedNarrative {
  const front = readFrontMatter(printable(text));
  return front.isDialect ? readDialect(front) : readForeign(parseMarkdown(front.body), front);
}

/** Reads plain text, in which only titles, paragraphs and `Q:`/`A:` pairs are looked for. */
export function readPlainText(text: string): ImportedNarrative {
  const body = printable(text).replace(/^\ufeff/, '');
  return readForeign(plainTextTree(body), { ...nothingRead, body });
}
