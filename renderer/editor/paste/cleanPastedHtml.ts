import { cleanGoogleDocs, isFromGoogleDocs } from './cleanGoogleDocs';
import { cleanWord, isFromWord, prepareWordHtml } from './cleanWord';
import { elsewhereOnly, removeAll, unwrapAll } from './elements';

/**
 * Clipboard HTML with what Word and Google Docs add taken out. Our own loses what is only for other programs; any
 * other stays as it is.
 */
export function cleanPastedHtml(html: string): string {
  const isWord = isFromWord(html);
  const isGoogleDocs = isFromGoogleDocs(html);
  const isOurs = html.includes(elsewhereOnly);
  if (!isWord && !isGoogleDocs && !isOurs) return html;
  const parsed = new DOMParser().parseFromString(isWord ? prepareWordHtml(html) : html, 'text/html');
  const { body } = parsed;
  removeAll(body, `[${elsewhereOnly}]`);
  if (!isWord && !isGoogleDocs) return body.innerHTML;
  removeAll(body, 'style, xml, meta, link, title, script');
  if (isWord) cleanWord(body);
  if (isGoogleDocs) cleanGoogleDocs(body);
  for (const element of body.querySelectorAll('[style]')) element.removeAttribute('style');
  unwrapAll(body, 'font, span:not([data-type])');
  return body.innerHTML;
}
