import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { ScreenPicture, ScreenRecord } from '../../../core/screens/screenRecord';
import { openScreenMenu, openScreenWords } from './openScreen';
import { type ScreenOptions, screenOf } from './screenOptions';

interface ScreenViewSetup {
  node: ProseMirrorNode;
  getPos: () => number | undefined;
  editor: Editor;
  options: ScreenOptions;
  /** The places of screens that are drawn at the moment; this one adds itself and leaves. */
  views: Set<ScreenView>;
}

/**
 * Draws a screen at one of its places. Plain DOM, with a box of the picture's shape that stands before the picture
 * does: nothing moves when it is loaded, and what nobody looks at is not loaded.
 */
export class ScreenView implements NodeView {
  readonly dom = document.createElement('figure');
  id: string;
  readonly #setup: ScreenViewSetup;
  readonly #box = element('div', 'dl-screen-picture');
  readonly #image = document.createElement('img');
  readonly #note = element('p', 'dl-screen-note');
  readonly #title = element('span', 'dl-screen-title');
  readonly #draw: HTMLButtonElement;
  readonly #menu: HTMLButtonElement;
  readonly #describe: HTMLButtonElement;

  constructor(setup: ScreenViewSetup) {
    this.#setup = setup;
    this.id = String(setup.node.attrs.id);
    this.dom.className = 'dl-screen';
    this.dom.dataset.type = 'screen';
    this.dom.contentEditable = 'false';
    this.#image.loading = 'lazy';
    this.#image.decoding = 'async';
    this.#image.draggable = false;
    this.#image.addEventListener('error', () => this.#show('missing'));
    this.#draw = button('dl-screen-draw', () => this.#act());
    this.#menu = button('dl-screen-menu', () =>
      this.#withPlace((place) => openScreenMenu(setup.editor, place)),
    );
    this.#menu.textContent = '⋯';
    this.#menu.setAttribute('aria-haspopup', 'menu');
    this.#describe = button('dl-screen-describe', () =>
      this.#withPlace((place) => openScreenWords(setup.editor, place)),
    );
    this.#describe.textContent = 'Describe it';
    const tools = element('div', 'dl-screen-tools');
    tools.append(this.#draw, this.#menu);
    const caption = document.createElement('figcaption');
    caption.append(this.#title, this.#describe);
    this.#box.append(this.#image, this.#note);
    this.dom.append(this.#box, caption, tools);
    setup.views.add(this);
    this.draw();
  }

  update(node: ProseMirrorNode): boolean {
    if (node.type !== this.#setup.node.type) return false;
    const id = String(node.attrs.id);
    if (id === this.id) return true;
    this.id = id;
    this.draw();
    return true;
  }

  stopEvent({ target }: Event): boolean {
    return target instanceof HTMLElement && target.closest('button') !== null;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#setup.views.delete(this);
  }

  /** Draws what the record says now. */
  draw(): void {
    const record = screenOf(this.#setup.editor, this.id);
    const name = record?.title || 'Without a name';
    this.#title.textContent = record ? name : 'A screen that is gone';
    this.#menu.setAttribute('aria-label', `More for ${name}`);
    this.#describe.hidden = !record?.picture || record.alt.trim() !== '';
    this.#describe.setAttribute('aria-label', `Describe it: ${name}`);
    if (record?.picture) this.#drawPicture(record, record.picture);
    else {
      this.#image.removeAttribute('src');
      this.dom.dataset.shape = 'tall';
      this.#show(record ? 'undrawn' : 'gone');
    }
  }

  #drawPicture({ alt, title }: ScreenRecord, { png, width, height }: ScreenPicture): void {
    this.#image.width = width;
    this.#image.height = height;
    this.#image.alt = alt || `Screen: ${title || 'without a name'}, not described yet`;
    const address = this.#setup.options.assetUrl(png);
    if (this.#image.getAttribute('src') !== address) this.#image.src = address;
    this.dom.dataset.shape = width > height ? 'wide' : 'tall';
    this.#show('drawn');
  }

  #show(state: keyof typeof shownStates): void {
    const { note, act } = shownStates[state];
    this.dom.dataset.state = state;
    this.#note.textContent = note;
    this.#note.hidden = note === '';
    this.#image.hidden = state !== 'drawn';
    this.#draw.textContent = act;
    this.#draw.setAttribute('aria-label', `${act}: ${this.#title.textContent ?? ''}`);
  }

  #act(): void {
    const { desk } = this.#setup.options;
    if (this.dom.dataset.state !== 'gone') desk?.draw(this.id);
    else {
      const { editor } = this.#setup;
      this.#withPlace(({ pos }) => editor.commands.setNodeSelection(pos));
      desk?.choose();
    }
  }

  #withPlace(run: (place: { id: string; pos: number }) => void): void {
    const pos = this.#setup.getPos();
    if (pos !== undefined) run({ id: this.id, pos });
  }
}

/** What stands in the place of a picture, and the word on the button that mends it. */
const shownStates = {
  drawn: { note: '', act: 'Draw' },
  undrawn: { note: 'Not drawn yet', act: 'Draw it' },
  missing: { note: 'The picture of this screen is not in the library any more.', act: 'Draw it anew' },
  gone: { note: 'This screen is not in this narrative any more.', act: 'Replace it' },
} as const;

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

function button(className: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  // A press would take the caret out of the text.
  made.addEventListener('mousedown', (event) => event.preventDefault());
  made.addEventListener('click', onClick);
  return made;
}
