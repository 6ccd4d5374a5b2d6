import type { FootnoteDefinition, Nodes, PhrasingContent } from 'mdast';
import type { RichMark, RichNode } from '../../narrative/richText';
import { isSafeLink } from '../links';
import { applyAnnotations, type ReadInline } from './annotations';
import { assetFolder, isAnchorLink, isAnchorTag, type Marker, parseMarker } from './dialect';
import { inOneLine } from './inOneLine';
import type { ReadingContext } from './readingContext';

/** Inline nodes of a run of text; a picture or screen among them is a block, and the caller splits the run there. */
export function readInlines(nodes: readonly PhrasingContent[], context: ReadingContext): RichNode[] {
  return joinTexts(applyAnnotations(readAll(nodes, [], context)));
}

function readAll(
  nodes: readonly PhrasingContent[],
  marks: RichMark[],
  context: ReadingContext,
): ReadInline[] {
  const isNamed = (node: PhrasingContent | undefined) => node?.type === 'html' && isAnchorTag(node.value);
  return nodes
    .filter((node, index) => !isNamed(node) && !(isClosingTag(node) && isNamed(nodes[index - 1])))
    .flatMap((node) => readInline(node, marks, context));
}

const isClosingTag = (node: PhrasingContent) => node.type === 'html' && node.value === '</a>';

function readInline(node: PhrasingContent, marks: RichMark[], context: ReadingContext): ReadInline[] {
  const within = (mark: RichMark, children: readonly PhrasingContent[]) =>
    readAll(children, withMark(marks, mark), context);
  switch (node.type) {
    case 'text':
      return textNode(inOneLine(node.value), marks);
    case 'inlineCode':
      return textNode(node.value, [{ type: 'code' }]);
    case 'strong':
      return within({ type: 'bold' }, node.children);
    case 'emphasis':
      return within({ type: 'italic' }, node.children);
    case 'delete':
      return within({ type: 'strike' }, node.children);
    case 'break':
      return [withMarks({ type: 'hardBreak' }, marks)];
    case 'html':
      return readHtml(node.value, marks);
    case 'link':
      return readLink(node, node.url, { marks, context });
    case 'linkReference': {
      const url = context.definitions.get(node.identifier)?.url ?? '';
      return readLink(node, url, { marks, context });
    }
    case 'image':
      return [imageNode(node.url, node.alt ?? '', node.title ?? '')];
    case 'imageReference': {
      const definition = context.definitions.get(node.identifier);
      return [imageNode(definition?.url ?? '', node.alt ?? '', definition?.title ?? '')];
    }
    case 'footnoteReference': {
      const claim = context.evidence.get(node.identifier);
      if (claim) return [{ type: 'claim', id: claim.id, words: claim.nextWords() }];
      context.unusedFootnotes.delete(node.identifier);
      const text = footnoteText(context.footnotes.get(node.identifier));
      return [withMarks({ type: 'footnote', attrs: { text } }, marks)];
    }
    default:
      return [];
  }
}

function readLink(
  { children }: { children: readonly PhrasingContent[] },
  url: string,
  { marks, context }: { marks: RichMark[]; context: ReadingContext },
): ReadInline[] {
  if (isAnchorLink(url)) return [];
  if (isSafeLink(url)) {
    const linked = withMark(marks, { type: 'link', attrs: { href: url.trim() } });
    return readAll(children, linked, context);
  }
  const content = readAll(children, marks, context);
  if (url === '') return content;
  context.doubts.add(
    `A link to “${shorten(url)}” became plain text, because only web and mail addresses are kept.`,
  );
  return [...content, ...textNode(` (${url})`, marks)];
}

/** Tags are text like any other, except for the line break, which tables and headings cannot do without. */
function readHtml(html: string, marks: RichMark[]): ReadInline[] {
  if (/^<br\s*\/?>$/i.test(html)) return [withMarks({ type: 'hardBreak' }, marks)];
  const marker = parseMarker(html);
  return marker ? readAnnotation(marker) : textNode(html, marks);
}

function readAnnotation({ name, data }: Marker): ReadInline[] {
  const { id, words, key, value } = data;
  if (name === 'fact' && typeof key === 'string' && typeof value === 'string')
    return [{ type: 'field', key, value }];
  if (typeof id !== 'string' || id.length > 200) return [];
  const said = typeof words === 'string' ? words : '';
  if (name === 'screen') return [{ type: 'screenName', id, words: said }];
  return name === 'promise' && said !== '' ? [{ type: 'promise', id, words: said }] : [];
}

function imageNode(url: string, alt: string, caption: string): RichNode {
  const asset = url.startsWith(assetFolder) ? url.slice(assetFolder.length) : url;
  return { type: 'image', attrs: { asset: url === '' ? null : asset, alt, caption } };
}

/** The plain text of a footnote, one line per paragraph or line break. */
export function footnoteText(definition: FootnoteDefinition | undefined): string {
  return (definition?.children ?? []).map(lineText).join('\n');
}

function lineText(node: Nodes): string {
  if (node.type === 'text') return inOneLine(node.value);
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return parseMarker(node.value) ? '' : node.value;
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const text = node.children.map(lineText).join('');
  return node.type === 'link' && text !== node.url ? `${text} (${node.url})` : text;
}

function textNode(text: string, marks: RichMark[]): RichNode[] {
  return text === '' ? [] : [withMarks({ type: 'text', text }, marks)];
}

function withMarks(node: RichNode, marks: RichMark[]): RichNode {
  return marks.length === 0 ? node : { ...node, marks };
}

function withMark(marks: RichMark[], mark: RichMark): RichMark[] {
  return [...marks.filter((other) => other.type !== mark.type), mark];
}

/** The same run with neighbouring texts of equal marks as one, as editors keep them. */
export function joinTexts(nodes: readonly RichNode[]): RichNode[] {
  const joined: RichNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) {
      joined[joined.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` };
    } else joined.push(node);
  }
  return joined;
}

const sameMarks = (a: RichNode, b: RichNode) => marksKey(a) === marksKey(b);
const marksKey = (node: RichNode) =>
  (node.marks ?? [])
    .map((mark) => JSON.stringify([mark.type, mark.attrs ?? {}]))
    .sort()
    .join();

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
