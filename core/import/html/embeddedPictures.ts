import type { Element, Root } from 'hast';
import { changeElements, textProperty } from './htmlTree';

/** A picture that stood in a page's own text. */
export interface EmbeddedPicture {
  name: string;
  base64: string;
}

const embeddedImage = /^data:image\/(png|jpe?g|gif|webp)(?:;[\w=-]+)*;base64,/iu;

/**
 * Gives the pictures of a page names of their own. A picture that lies on the internet or elsewhere on the machine
 * is never fetched: its description stays.
 */
export function takePictures(tree: Root): { embedded: EmbeddedPicture[]; doubts: string[] } {
  const embedded: EmbeddedPicture[] = [];
  let outside = 0;
  changeElements(tree, (element) => {
    if (element.tagName !== 'img') return [element];
    const src = textProperty(element, 'src').trim();
    const kind = embeddedImage.exec(src);
    if (kind) {
      const name = `picture-${embedded.length + 1}.${(kind[1] ?? 'png').toLowerCase()}`;
      embedded.push({ name, base64: src.slice(kind[0].length) });
      element.properties.src = name;
      return [element];
    }
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(src) || src === '') {
      outside += 1;
      return describe(element);
    }
    return [element];
  });
  return { embedded, doubts: outside === 0 ? [] : [outsideDoubt(outside)] };
}

function describe(image: Element): { type: 'text'; value: string }[] {
  const alt = textProperty(image, 'alt').trim();
  return alt === '' ? [] : [{ type: 'text', value: `[Picture: ${alt}]` }];
}

function outsideDoubt(count: number): string {
  const [pictures, lie] = count === 1 ? ['One picture lies', 'it'] : [`${count} pictures lie`, 'them'];
  return `${pictures} outside of the file and stayed there, since Dateline fetches nothing. Drop ${lie} in again if you have ${lie}.`;
}
