/** What may stand in an element: another one, or text, which is never read as markup. */
export type Child = Node | string | null;

export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** A new element. An attribute that is false or null is left out; every string among the children is text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Empties an element and puts these in it. */
export function fill(parent: Element, children: readonly Child[]): void {
  parent.replaceChildren(...children.filter((child) => child !== null));
}

interface ButtonLook {
  label: string;
  onPress: () => void;
  look?: string;
  /** Says more to those who hear it; the label when it is missing. */
  name?: string;
}

/** A button that does one thing. */
export function button({ label, onPress, look = 'plain', name }: ButtonLook): HTMLButtonElement {
  const made = element('button', { type: 'button', class: `button ${look}`, 'aria-label': name ?? null }, [
    label,
  ]);
  made.addEventListener('click', onPress);
  return made;
}

let fields = 0;

interface FieldLook {
  label: string;
  hint?: string;
  value: string;
  rows?: number;
  /** Hears of every letter. */
  onInput: (value: string) => void;
  look?: string;
}

/** A box to write in, under its label. */
export function textField({ label, hint = '', value, rows = 3, onInput, look = '' }: FieldLook): {
  field: HTMLElement;
  box: HTMLTextAreaElement;
} {
  fields += 1;
  const id = `field-${fields}`;
  const about = hint === '' ? null : element('p', { class: 'hint', id: `${id}-hint` }, [hint]);
  const box = element('textarea', { id, rows, maxlength: 20_000, 'aria-describedby': about && `${id}-hint` });
  box.value = value;
  box.addEventListener('input', () => onInput(box.value));
  const field = element('div', { class: `field ${look}` }, [
    element('label', { for: id }, [label]),
    about,
    box,
  ]);
  return { field, box };
}
