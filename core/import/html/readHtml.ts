import type { Root } from 'hast';
import { readForeign } from '../foreign/readForeign';
import type { ImportedNarrative, Placing } from '../importedNarrative';
import { nothingRead } from '../markdown/frontMatter';
import { printable } from '../printable';
import { cutPictures, describeOutside, type EmbeddedPicture } from './embeddedPictures';
import { findElements, parseHtml, wordsOf } from './htmlTree';
import { markPrefix } from './markPrefix';
import { dropContents, unwrapOwnPage } from './ownPage';
import { takeMarks } from './tidyMarkdown';
import { toMarkdownTree } from './toMarkdownTree';

export interface ReadPage extends ImportedNarrative {
  /** Pictures that the page held in itself, by the name that the text calls them now. */
  embedded: EmbeddedPicture[];
}

/** Reads a page by its headings and lists. Scripts, styles and what lies elsewhere are never touched. */
export function readHtml(html: string, placing: Placing = 'guess'): ReadPage {
  const { html: words, embedded } = cutPictures(html);
  const tree = parseHtml(printable(words));
  const doubts = describeOutside(tree);
  if (dropContents(tree)) doubts.push('The table of contents was left out, since Dateline makes its own.');
  unwrapOwnPage(tree);
  const title = titleOf(tree);
  const markdown = toMarkdownTree(tree);
  takeMarks(markdown, markPrefix);
  const hasTitle = markdown.children.some((node) => node.type === 'heading' && node.depth === 1);
  const read = readForeign(markdown, { ...nothingRead, title: hasTitle ? '' : title, body: '' }, placing);
  return { ...read, title: read.title || title, doubts: [...read.doubts, ...doubts], embedded };
}

function titleOf(tree: Root): string {
  const [title] = findElements(tree, ({ tagName }) => tagName === 'title');
  return title ? wordsOf(title).replace(/\s+/gu, ' ').trim().slice(0, 200) : '';
}
