import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { InternalQuestion } from '../../../core/manuals/unwritten';
import { popoversOf } from '../popover/popoverStore';
import type { KnownQuestions } from './knownQuestions';
import { writeHere } from './unwrittenCommands';

interface UnwrittenViewSetup {
  node: ProseMirrorNode;
  editor: Editor;
  questions: KnownQuestions;
  /** The places that are drawn at the moment; this one adds itself and leaves. */
  views: Set<UnwrittenView>;
}

/** Draws what could not be written yet in a frame, and above it the question that it waits for. */
export class UnwrittenView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('div');
  readonly #setup: UnwrittenViewSetup;
  readonly #question: HTMLButtonElement;
  readonly #write: HTMLButtonElement;
  #node: ProseMirrorNode;

  constructor(setup: UnwrittenViewSetup) {
    this.#setup = setup;
    this.#node = setup.node;
    this.dom.dataset.type = 'unwritten';
    this.dom.setAttribute('role', 'group');
    this.dom.setAttribute('aria-label', 'Could not be written yet');
    const line = document.createElement('div');
    line.className = 'dl-unwritten-line';
    line.contentEditable = 'false';
    const name = document.createElement('span');
    name.className = 'dl-unwritten-name';
    name.textContent = 'Could not be written yet';
    this.#question = button('dl-unwritten-question', () => this.#choose());
    this.#question.setAttribute('aria-haspopup', 'dialog');
    this.#write = button('dl-unwritten-write', () => writeHere(setup.editor, this.#id()));
    this.#write.textContent = 'Write it here';
    line.append(name, this.#question, this.#write);
    this.dom.append(line, this.contentDOM);
    setup.views.add(this);
    this.draw();
  }

  update(node: ProseMirrorNode): boolean {
    if (node.type !== this.#node.type) return false;
    const isSame = node.attrs === this.#node.attrs;
    this.#node = node;
    if (!isSame) this.draw();
    return true;
  }

  stopEvent({ target }: Event): boolean {
    return target instanceof HTMLElement && target.closest('button') !== null;
  }

  ignoreMutation({ target }: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(target);
  }

  destroy(): void {
    this.#setup.views.delete(this);
  }

  /** Draws the question as it is now. */
  draw(): void {
    const { question: wanted, words, id } = this.#node.attrs;
    const questions = wanted === '' ? [] : this.#setup.questions.read();
    const { state, line } = describe(String(wanted), String(words), questions);
    this.dom.dataset.id = String(id ?? '');
    this.dom.dataset.state = state;
    this.#question.textContent = line;
    this.#write.hidden = state !== 'answered';
  }

  #id(): string {
    return String(this.#node.attrs.id);
  }

  #choose(): void {
    const anchor = this.#question.getBoundingClientRect();
    popoversOf(this.#setup.editor).open({ kind: 'unwritten', id: this.#id(), anchor });
  }
}

/** What the frame says of its question, in words and never by colour alone. */
function describe(
  wanted: string,
  words: string,
  questions: readonly InternalQuestion[],
): { state: 'unasked' | 'gone' | InternalQuestion['state']; line: string } {
  if (wanted === '') return { state: 'unasked', line: 'Which open question does it wait for?' };
  const question = questions.find(({ id }) => id === wanted);
  if (!question) {
    const quote = words === '' ? '' : `: “${words}”`;
    return { state: 'gone', line: `Its question was deleted${quote}. Which one is it now?` };
  }
  const asked = `Q ${question.number}: ${question.words}`;
  const { state } = question;
  if (state === 'answered') return { state, line: `Answered. ${asked}` };
  return { state, line: `Waits for ${asked} ${state === 'blocked' ? '(blocked)' : '(open)'}` };
}

function button(className: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  // A press would take the caret out of the text before anybody knows where it stood.
  made.addEventListener('mousedown', (event) => event.preventDefault());
  made.addEventListener('click', act);
  return made;
}
