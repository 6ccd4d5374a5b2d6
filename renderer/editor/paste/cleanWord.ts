import { removeAll, rename, unwrap, unwrapAll } from './elements';
import { nestWordLists, wordMarkerTag } from './wordLists';

const reviewLeftovers = [
  'del',
  '.MsoCommentReference',
  '.MsoCommentText',
  '[style*="mso-element:comment"]',
  '[style*="mso-element:footnote-list"] hr',
  '[style*="display:none"]',
  '[style*="mso-hide:all"]',
].join(', ');

export function isFromWord(html: string): boolean {
  return /urn:schemas-microsoft-com|class="?Mso|mso-/i.test(html);
}

/** Turns Word's conditional comments into elements, before an HTML parser drops them. */
export function prepareWordHtml(html: string): string {
  return html
    .replace(/<!--\[if !supportLists\]-->|<!\[if !supportLists\]>/gi, `<${wordMarkerTag}>`)
    .replace(/<!--\[endif\]-->|<!\[endif\]>/gi, `</${wordMarkerTag}>`)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?o:p>/gi, '');
}

/** Makes plain HTML of what Word puts on the clipboard: real lists and headings, no review marks, no local files. */
export function cleanWord(body: HTMLElement): void {
  removeAll(body, reviewLeftovers);
  unwrapAll(body, 'ins');
  for (const title of body.querySelectorAll('p.MsoTitle')) rename(title, 'h1');
  for (const subtitle of body.querySelectorAll('p.MsoSubtitle')) rename(subtitle, 'h2');
  nestWordLists(body);
  // A marker that was no list's is ordinary text again.
  unwrapAll(body, wordMarkerTag);
  replaceLocalPictures(body);
  for (const note of body.querySelectorAll('a[href^="#_ftn"], a[name^="_ftn"]')) {
    note.replaceWith((note.textContent ?? '').trim());
  }
  for (const anchor of body.querySelectorAll('a[name]:not([href])')) unwrap(anchor);
  removeEmptyParagraphs(body);
}

/** A page may not read `file:` pictures; their place and description are kept as words. */
function replaceLocalPictures(body: HTMLElement): void {
  for (const image of body.querySelectorAll('img')) {
    if (!/^file:/i.test(image.getAttribute('src') ?? '')) continue;
    const alt = (image.getAttribute('alt') ?? '').trim();
    image.replaceWith(`[Picture: ${alt === '' ? 'paste it separately' : alt}]`);
  }
}

function removeEmptyParagraphs(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p')) {
    const text = (paragraph.textContent ?? '').replaceAll('\u00a0', '').trim();
    if (text === '' && !paragraph.querySelector('img')) paragraph.remove();
  }
}
