import { cleanGoogleDocs, isFromGoogleDocs } from './cleanGoogleDocs';
import { cleanWord, isFromWord, prepareWordHtml } from './cleanWord';
import { removeAll, unwrapAll } from './elements';

/** Clipboard HTML with what Word and Google Docs add taken out. Our own and other HTML stays as it is. */
export function cleanPastedHtml(html: string): string {
  const isWord = isFromWord(html);
  const isGoogleDocs = isFromGoogleDocs(html);
  if (!isWord && !isGoogleDocs) return html;
  const parsed = new DOMParser().parseFromString(isWord ? prepareWordHtml(html) : html, 'text/html');
  const { body } = parsed;
  removeAll(body, 'style, xml, meta, link, title, script');
  if (isWord) cleanWord(body);
  if (isGoogleDocs) cleanGoogleDocs(body);
  for (const element of body.querySelectorAll('[style]')) element.removeAttribute('style');
  unwrapAll(body, 'font, span:not([data-type])');
  return body.innerHTML;
}
