import type { Editor } from '@tiptap/core';
import { DOMSerializer, type Fragment } from '@tiptap/pm/model';
import { screenOf, screenOptions } from '../screen/screenOptions';
import { elsewhereOnly } from './elements';
import { createShownPictures } from './shownPictures';

/**
 * Writes copied text so that it comes back as it was in Dateline and makes sense in other programs: names of lines
 * and sections, words of footnotes, and pictures as themselves instead of addresses that only this window knows.
 */
export class CopiedHtml extends DOMSerializer {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    const { nodes, marks } = DOMSerializer.fromSchema(editor.schema);
    super(nodes, marks);
    this.#editor = editor;
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const written = super.serializeFragment(fragment, options, target);
    // With a target it is called for what stands inside of a node, which the call for the whole explains.
    if (!target) explain(written, this.#editor);
    return written;
  }
}

function explain(written: ParentNode, editor: Editor): void {
  for (const line of written.querySelectorAll<HTMLElement>('[data-type="story-fact"]'))
    prepend(line, 'strong', `${line.dataset.title ?? ''}: `);
  // The sections of a release are never named on paper either.
  if (editor.view.dom.dataset.part !== 'release')
    for (const section of written.querySelectorAll<HTMLElement>('section[data-title]'))
      prepend(section, 'h2', section.dataset.title ?? '');
  for (const note of written.querySelectorAll<HTMLElement>('[data-type="footnote"]')) {
    note.removeAttribute('role');
    note.textContent = ` [${note.title}]`;
  }
  const pictureAt = createShownPictures(editor.view.dom);
  for (const figure of written.querySelectorAll<HTMLElement>('figure[data-type="image"]')) {
    const image = figure.querySelector('img');
    if (image) replacePicture(image, pictureAt(image.getAttribute('src') ?? ''), `[Picture: ${image.alt}]`);
  }
  for (const figure of written.querySelectorAll<HTMLElement>('figure[data-type="screen"]')) {
    const record = screenOf(editor, figure.dataset.id ?? '');
    const address = record?.picture ? screenOptions(editor).assetUrl(record.picture.png) : '';
    const image = figure.ownerDocument.createElement('img');
    image.alt = record?.alt ?? '';
    if (record?.picture) image.width = record.picture.width;
    figure.append(image);
    replacePicture(image, pictureAt(address), `[Screen: ${record?.alt || record?.title || 'not drawn yet'}]`);
  }
}

/** A picture that holds itself, or what it shows in words. */
function replacePicture(image: HTMLImageElement, data: string | null, words: string): void {
  if (data === null) image.replaceWith(words);
  else image.setAttribute('src', data);
}

function prepend(element: HTMLElement, tag: string, words: string): void {
  const name = element.ownerDocument.createElement(tag);
  name.setAttribute(elsewhereOnly, '');
  name.textContent = words;
  element.prepend(name);
}
