import { type RichNode, stringAttr } from '../../core/narrative/richText';
import { type Child, element } from '../dom/element';
import type { Pictures } from './nodeRenderers';

/** A picture of the text with its caption, or its words where it is not in the packet. */
export function renderImage(node: RichNode, { pictures }: Pictures): HTMLElement {
  const alt = stringAttr(node, 'alt');
  const shown = pictureOf(stringAttr(node, 'asset'), alt, pictures);
  const words = alt === '' ? 'A picture stands here that is not in this packet.' : `A picture: ${alt}`;
  return figure(shown ?? missing(words), [stringAttr(node, 'caption')]);
}

/** A screen with its name and what is to be seen, in words. */
export function renderScreen(node: RichNode, { pictures, screens }: Pictures): HTMLElement {
  const id = stringAttr(node, 'id');
  const screen = Object.hasOwn(screens, id) ? screens[id] : undefined;
  if (!screen) return figure(missing('A screen stood here. Nothing else is known of it.'), []);
  const { title, alt, picture, missing: why } = screen;
  const shown = pictureOf(picture, alt === '' ? title : alt, pictures);
  return figure(shown ?? missing(why === '' ? `The screen “${title}” is not in this packet.` : why), [
    title,
    alt,
  ]);
}

const missing = (words: string): HTMLElement => element('p', { class: 'missing' }, [words]);

function figure(shown: HTMLElement, captions: readonly string[]): HTMLElement {
  const [name = '', alt = ''] = captions;
  const words: Child[] = [
    name === '' ? null : element('strong', {}, [name]),
    alt === '' ? null : element('span', { class: 'seen' }, [alt]),
  ];
  const caption = captions.some((each) => each !== '') ? element('figcaption', {}, words) : null;
  return element('figure', {}, [shown, caption]);
}

/** Only what the packet holds itself: nothing is ever fetched. */
function pictureOf(name: string, alt: string, pictures: Pictures['pictures']): HTMLElement | null {
  const picture = Object.hasOwn(pictures, name) ? pictures[name] : undefined;
  if (!picture || !/^data:image\/[\w+.-]+;base64,/.test(picture.src)) return null;
  const { src, width, height } = picture;
  return element('img', { src, alt, width: width || null, height: height || null });
}
