import { unwrapAll } from './elements';

export function isFromGoogleDocs(html: string): boolean {
  return html.includes('docs-internal-guid-');
}

/** Makes plain HTML of what Google Docs puts on the clipboard: its styles become marks, its redirects plain links. */
export function cleanGoogleDocs(body: HTMLElement): void {
  unwrapAll(body, 'b[id^="docs-internal-guid"]');
  nestLists(body);
  for (const item of body.querySelectorAll('li[role="checkbox"]')) makeTask(item);
  for (const link of body.querySelectorAll('a[href*="google.com/url?"]')) followRedirect(link);
  for (const span of body.querySelectorAll('span')) replaceStyledSpan(span);
  for (const lineBreak of body.querySelectorAll('br')) {
    if (lineBreak.parentElement === body || lineBreak.className === 'Apple-interchange-newline')
      lineBreak.remove();
  }
}

/** Google puts an inner list beside its item instead of inside of it. */
function nestLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const item = list.previousElementSibling;
    if (item?.tagName === 'LI') item.append(list);
  }
}

function makeTask(item: Element): void {
  item.setAttribute('data-type', 'taskItem');
  item.setAttribute('data-checked', String(item.getAttribute('aria-checked') === 'true'));
  item.parentElement?.setAttribute('data-type', 'taskList');
  for (const image of item.querySelectorAll('img')) image.remove();
}

function followRedirect(link: Element): void {
  const href = link.getAttribute('href') ?? '';
  if (!URL.canParse(href)) return;
  const target = new URL(href).searchParams.get('q');
  if (target) link.setAttribute('href', target);
}

function replaceStyledSpan(span: HTMLElement): void {
  const { fontWeight, fontStyle, fontFamily } = span.style;
  const decoration = span.style.getPropertyValue('text-decoration');
  const isBold = fontWeight === 'bold' || Number(fontWeight) >= 600;
  const tags = [
    /mono|courier|consolas/i.test(fontFamily) ? 'code' : '',
    isBold && !span.closest('h1, h2, h3, h4, h5, h6') ? 'strong' : '',
    fontStyle === 'italic' ? 'em' : '',
    decoration.includes('line-through') ? 's' : '',
  ];
  let content: Node[] = [...span.childNodes];
  for (const tag of tags.filter((name) => name !== '')) {
    const wrapper = span.ownerDocument.createElement(tag);
    wrapper.append(...content);
    content = [wrapper];
  }
  span.replaceWith(...content);
}
