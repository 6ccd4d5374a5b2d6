import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { type FaqState, faqStates } from '../../../core/narrative/richText';
import { createItemButton } from '../items/itemButton';
import { itemNoun } from '../items/itemNews';
import { popoversOf } from '../popover/popoverStore';

/** Words for the states of a question. */
export const faqStateTitles: Readonly<Record<FaqState, string>> = {
  open: 'Open',
  answered: 'Answered',
  blocked: 'Blocked',
};

/**
 * Draws a question with its answer and, below, one line of state, owner and date. Plain DOM: a React view
 * for each item would cost a frame on every key in a long FAQ.
 */
export class FaqItemView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('div');
  readonly #line = document.createElement('div');
  readonly #chip: HTMLElement;
  readonly #details = document.createElement('span');
  #node: ProseMirrorNode;

  constructor(node: ProseMirrorNode, editor: Editor) {
    this.#node = node;
    this.dom.dataset.type = 'faq-item';
    this.#line.className = 'dl-faq-line';
    this.#line.contentEditable = 'false';
    this.#details.className = 'dl-faq-details';
    // Where nothing can be changed, words stand in the place of buttons.
    const isEditable = editor.options.editable !== false;
    this.#chip = isEditable ? this.#stateButton(editor) : document.createElement('span');
    this.#line.append(this.#chip, this.#details);
    this.dom.append(this.contentDOM, this.#line);
    if (isEditable)
      this.dom.append(createItemButton(editor, itemNoun(node), () => String(this.#node.attrs.id)));
    this.#draw();
  }

  update(node: ProseMirrorNode): boolean {
    if (node.type !== this.#node.type) return false;
    const isSame = node.attrs === this.#node.attrs;
    this.#node = node;
    if (!isSame) this.#draw();
    return true;
  }

  stopEvent(event: Event): boolean {
    return !this.contentDOM.contains(event.target as globalThis.Node) && event.target !== this.dom;
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target);
  }

  #stateButton(editor: Editor): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-haspopup', 'dialog');
    button.addEventListener('click', () => {
      const anchor = button.getBoundingClientRect();
      popoversOf(editor).open({ kind: 'faq', id: String(this.#node.attrs.id), anchor });
    });
    return button;
  }

  #draw(): void {
    const { attrs } = this.#node;
    const state = faqStates.find((known) => known === attrs.state) ?? 'open';
    this.dom.dataset.id = String(attrs.id ?? '');
    this.dom.dataset.state = state;
    this.#chip.className = `dl-chip dl-chip-${state}`;
    this.#chip.textContent = faqStateTitles[state];
    if (this.#chip instanceof HTMLButtonElement)
      this.#chip.setAttribute('aria-label', `${faqStateTitles[state]}. Change state, owner and date`);
    const spans = describeItem(state, attrs).map((text) => {
      const span = document.createElement('span');
      span.textContent = text;
      return span;
    });
    this.#details.replaceChildren(...spans);
  }
}

function describeItem(state: FaqState, attrs: ProseMirrorNode['attrs']): string[] {
  const owner = String(attrs.owner ?? '');
  const due = String(attrs.due ?? '');
  const askedBy = String(attrs.askedBy ?? '');
  return [
    owner === ''
      ? state === 'answered'
        ? ''
        : 'No owner yet'
      : state === 'answered'
        ? owner
        : `Owner: ${owner}`,
    due === '' || state === 'answered' ? '' : `Due ${formatDay(due)}`,
    askedBy === '' ? '' : `Asked by ${askedBy}`,
  ].filter((text) => text !== '');
}

/** `2027-12-04` as people of this computer's language write it; other words stay as they are. */
function formatDay(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  const date = new Date(`${day}T12:00:00`);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
}
