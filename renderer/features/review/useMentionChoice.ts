import { type KeyboardEvent, type RefObject, use, useId, useLayoutEffect, useRef, useState } from 'react';
import { mentionBegun } from '../../../core/review/people/mentions';
import { People } from './People';

/** Most names that are offered at once. */
const mostNames = 6;

/** Choosing a name behind an @ while one writes: which names fit, and the keys that choose one. */
export function useMentionChoice(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
) {
  const id = useId();
  const people = use(People);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const caretTo = useRef<number | null>(null);
  // Before the next key, which would otherwise write at the end of the field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field has its new words only when they are drawn
  useLayoutEffect(() => {
    const to = caretTo.current;
    caretTo.current = null;
    if (to !== null) field.current?.setSelectionRange(to, to);
  }, [field, text]);
  const begun = mentionBegun(text, caret);
  const isOpen = begun !== null && begun.from !== leftAt;
  const names = isOpen ? people.filter((name) => startsWith(name, begun.typed)).slice(0, mostNames) : [];
  const choose = (name: string) => {
    if (!begun) return;
    const before = `${text.slice(0, begun.from)}@${name} `;
    setText(before + text.slice(caret).replace(/^ /u, ''));
    setLeftAt(begun.from);
    caretTo.current = before.length;
  };
  /** True where the key was meant for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    const name = names[Math.min(chosen, names.length - 1)];
    if (name === undefined) return false;
    if (event.key === 'Enter' || event.key === 'Tab') choose(name);
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % names.length);
    else if (event.key === 'ArrowUp') setChosen((chosen + names.length - 1) % names.length);
    else if (event.key === 'Escape') setLeftAt(begun?.from ?? null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const follow = () => {
    setCaret(field.current?.selectionStart ?? 0);
    setChosen(0);
  };
  return { id, names, chosen: Math.min(chosen, Math.max(0, names.length - 1)), choose, onKey, follow };
}

/** By the first letters of the name, or of any of its words. */
function startsWith(name: string, typed: string): boolean {
  const [whole, begun] = [name.toLowerCase(), typed.toLowerCase()];
  return whole.startsWith(begun) || whole.split(/\s+/u).some((word) => word.startsWith(begun));
}
