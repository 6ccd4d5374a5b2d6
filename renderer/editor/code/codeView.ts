import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { copyText } from './copyText';

const roles: Readonly<Record<string, string>> = { request: 'Request', response: 'Response' };

/** Code with a line above it that says what it is, and copies it. */
export class CodeView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('code');
  readonly #name = document.createElement('span');
  readonly #copy = document.createElement('button');
  readonly #news = document.createElement('span');
  #node: ProseMirrorNode;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(node: ProseMirrorNode) {
    this.#node = node;
    this.dom.className = 'dl-code';
    const bar = document.createElement('div');
    bar.className = 'dl-code-bar';
    bar.contentEditable = 'false';
    this.#copy.type = 'button';
    this.#copy.className = 'dl-code-copy';
    this.#copy.textContent = 'Copy';
    this.#copy.addEventListener('mousedown', (event) => event.preventDefault());
    this.#copy.addEventListener('click', () => void this.#copyCode());
    this.#news.className = 'dl-code-news';
    this.#news.setAttribute('role', 'status');
    const pre = document.createElement('pre');
    pre.append(this.contentDOM);
    bar.append(this.#name, this.#news, this.#copy);
    this.dom.append(bar, pre);
    this.#draw();
  }

  update(node: ProseMirrorNode): boolean {
    if (node.type !== this.#node.type) return false;
    const isSame = node.attrs === this.#node.attrs;
    this.#node = node;
    if (!isSame) this.#draw();
    return true;
  }

  stopEvent({ target }: Event): boolean {
    return target instanceof HTMLElement && target.closest('.dl-code-bar') !== null;
  }

  ignoreMutation({ target }: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(target);
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  #draw(): void {
    const { language, role } = this.#node.attrs as { language: string | null; role: string | null };
    const name = roles[role ?? ''] ?? '';
    this.dom.dataset.role = name === '' ? '' : String(role);
    this.#name.textContent = [name, language ?? ''].filter((word) => word !== '').join(', ');
    this.#copy.setAttribute('aria-label', `Copy the ${name === '' ? 'code' : name.toLowerCase()}`);
  }

  async #copyCode(): Promise<void> {
    const isCopied = await copyText(this.#node.textContent);
    this.#news.textContent = isCopied
      ? 'Copied'
      : 'Not copied: this window may not use the clipboard. Mark the code and copy it by key.';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#news.textContent = '';
    }, 4000);
  }
}
