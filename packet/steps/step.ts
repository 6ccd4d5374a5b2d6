import { element } from '../dom/element';

/** One page after the reading. */
export interface Step {
  title: string;
  /** Builds it anew each time it is opened. */
  build: () => HTMLElement[];
}

interface Choice<T extends string> {
  value: T;
  label: string;
}

interface ChoiceLook<T extends string> {
  name: string;
  question: string;
  hint: string;
  choices: readonly Choice<T>[];
  chosen: T | null;
  onChoose: (value: T | null) => void;
}

/** A question with one answer among several; it can be left open. */
export function choiceField<T extends string>(look: ChoiceLook<T>): HTMLElement {
  const { name, question, hint, choices, chosen, onChoose } = look;
  const all: Choice<string>[] = [...choices, { value: '', label: 'I leave it open' }];
  const rows = all.map(({ value, label }) => {
    const radio = element('input', { type: 'radio', name, value });
    radio.checked = value === (chosen ?? '');
    radio.addEventListener('change', () =>
      onChoose(choices.find((each) => each.value === value)?.value ?? null),
    );
    return element('label', { class: 'choice' }, [radio, element('span', {}, [label])]);
  });
  return element('fieldset', { class: 'choices', 'aria-describedby': `${name}-hint` }, [
    element('legend', {}, [question]),
    element('p', { class: 'hint', id: `${name}-hint` }, [hint]),
    ...rows,
  ]);
}
