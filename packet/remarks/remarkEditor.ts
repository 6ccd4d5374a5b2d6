import { button, element, textField } from '../dom/element';

interface EditorGround {
  label: string;
  hint: string;
  value: string;
  look: string;
  /** Hears of every letter, so that nothing has to be saved. */
  onInput: (value: string) => void;
  done: () => void;
  remove: () => void;
}

/** A place to write a remark in, under its paragraph. What is in it is kept as it is typed. */
export function remarkEditor({ label, hint, value, look, onInput, done, remove }: EditorGround): {
  element: HTMLElement;
  focus: () => void;
} {
  const { field, box } = textField({ label, hint, value, onInput, look });
  const holder = element('div', { class: 'card editor' }, [
    field,
    element('div', { class: 'acts' }, [
      button({ label: 'Done', onPress: done, look: 'small primary' }),
      button({ label: 'Remove', onPress: remove, look: 'link' }),
    ]),
  ]);
  holder.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    done();
  });
  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  };
  box.addEventListener('input', grow);
  return {
    element: holder,
    focus: () => {
      grow();
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
    },
  };
}
