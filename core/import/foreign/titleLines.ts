import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { textOf } from '../markdown/textOf';
import { isWholly, paragraphAfter } from './inlines';

const releaseLabel =
  /^\s*(?:press release|news release|title|headline|pr\s*[/-]?\s*faq|pressemitteilung)\s*(?::|\s[–—-])\s*/iu;

/** "Press release: Osterby launches Fairmend" is the title behind its label. */
export function withoutReleaseLabel(children: PhrasingContent[]): PhrasingContent[] {
  const length = releaseLabel.exec(children.map(textOf).join(''))?.[0].length ?? 0;
  const rest = length === 0 ? children : paragraphAfter(children, length).children;
  return rest.length === 0 ? children : rest;
}

/** Whether the first paragraph of a text without a title reads like one. */
export function titleLine(node: Paragraph, text: string, next: RootContent | undefined): boolean {
  const words = text.trim().split(/\s+/).length;
  if (/^[“"„>]/u.test(text.trim()) || next === undefined) return false;
  if (isWholly('strong', node.children)) return words <= 40;
  return words <= 28 && text.length <= 200 && !/[.:;,]$/.test(text.trim());
}

const note =
  /^(?:(?:hi|hello|dear|hallo|liebe[rs]?|bonjour)\b[^.!?]{0,40}[,:]|\[?\s*(?:confidential|draft|internal use|do not distribute|vertraulich|entwurf)\b.{0,60}$|(?:authors?|owners?|written by|status|version|last (?:updated|modified|edited)|updated|created|reviewers?|approvers?|contributors?|document (?:owner|status|id)|doc(?:ument)?|sponsor|team|stand|autor(?:in|en)?)\s*:.{0,160}$)/isu;

/** True for a line about the document and not about the product, such as its author or status. */
export const isDocumentNote = (text: string): boolean => note.test(text.trimStart());

/** True for the line that a press release begins with by custom. */
export const isPressMark = (text: string): boolean =>
  /^\s*\W{0,3}(?:for immediate release|embargoed until\b.{0,40}|zur sofortigen veröffentlichung|sperrfrist\b.{0,40})\W{0,3}\s*$/iu.test(
    text,
  );

/** True for a title that says what kind of document this is. */
export const isDocumentName = (title: string): boolean =>
  title.length <= 90 &&
  /\bpr\s?[/&-]?\s?faqs?\b|\bworking backwards\b|\bsix[- ]pager\b|\bdraft \d/iu.test(title);
