import type { Element, Root } from 'hast';
import { changeElements, textProperty } from './htmlTree';

/** A picture that stood in a page's own text. */
export interface EmbeddedPicture {
  name: string;
  base64: string;
}

const embeddedImage =
  /(\bsrc\s*=\s*["']?)data:image\/(png|jpe?g|gif|webp)(?:;[\w=-]+)*;base64,([\w+/=%\s-]*)/giu;

/** Gives the pictures that a page holds names of their own, before it is parsed: they are most of its length. */
export function cutPictures(html: string): { html: string; embedded: EmbeddedPicture[] } {
  const embedded: EmbeddedPicture[] = [];
  const cut = html.replace(embeddedImage, (...found) => {
    const [, before, kind, base64] = found as unknown as [string, string, string, string];
    const name = `picture-${embedded.length + 1}.${kind.toLowerCase()}`;
    embedded.push({ name, base64 });
    return before + name;
  });
  return { html: cut, embedded };
}

/**
 * A picture that lies on the internet or elsewhere on the machine is never fetched: its description stays. Answers
 * what to tell of them.
 */
export function describeOutside(tree: Root): string[] {
  let outside = 0;
  changeElements(tree, (element) => {
    if (element.tagName !== 'img') return [element];
    const src = textProperty(element, 'src').trim();
    if (src !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(src)) return [element];
    outside += 1;
    return describe(element);
  });
  return outside === 0 ? [] : [outsideDoubt(outside)];
}

function describe(image: Element): { type: 'text'; value: string }[] {
  const alt = textProperty(image, 'alt').trim();
  return alt === '' ? [] : [{ type: 'text', value: `[Picture: ${alt}]` }];
}

function outsideDoubt(count: number): string {
  const [pictures, lie] = count === 1 ? ['One picture lies', 'it'] : [`${count} pictures lie`, 'them'];
  return `${pictures} outside of the file and stayed there, since Dateline fetches nothing. Drop ${lie} in again if you have ${lie}.`;
}
