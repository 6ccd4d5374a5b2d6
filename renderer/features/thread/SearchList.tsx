import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import classes from './SearchList.module.css';

/** Something that can be found, in words and with a second line. */
export interface FoundItem {
  key: string;
  words: string;
  note: string;
}

export interface SearchListProps<Item extends FoundItem> {
  /** What is looked for; the name of the field. */
  label: string;
  /** Shown where nothing fits. */
  none: ReactNode;
  find: (query: string) => readonly Item[];
  onChoose: (item: Item) => void;
  /** Shows nothing until something is typed. */
  isQuiet?: boolean;
  /** Escape was pressed in the empty field. */
  onLeave?: () => void;
  inputRef?: Ref<HTMLInputElement>;
}

/** A field with a list of what fits under it: type, go with the arrow keys, Enter takes it. */
export function SearchList<Item extends FoundItem>(props: SearchListProps<Item>) {
  const { label, none, find, isQuiet = false, onLeave, inputRef } = props;
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const isWaiting = isQuiet && query.trim() === '';
  const items = isWaiting ? [] : find(query);
  const current = items[Math.min(active, items.length - 1)];
  const ask = (next: string) => {
    setQuery(next);
    setActive(0);
  };
  const choose = (item: Item) => {
    ask('');
    props.onChoose(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextActive(event.key, { active, count: items.length });
    if (next !== null) setActive(next);
    else if (event.key === 'Enter' && current && !event.nativeEvent.isComposing) choose(current);
    else if (event.key === 'Escape' && onLeave) query === '' ? onLeave() : ask('');
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.search}>
      <input
        ref={inputRef}
        data-autofocus
        role="combobox"
        aria-label={label}
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${id}-${items.indexOf(current)}` : undefined}
        placeholder={label}
        maxLength={200}
        value={query}
        onChange={({ currentTarget }) => ask(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={`${id}-list`} aria-label={label} className={classes.list}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
          <div
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={item === current}
            ref={item === current ? showOption : null}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(item)}
          >
            <span className={classes.words}>{item.words}</span>
            {item.note !== '' && <span className={classes.note}>{item.note}</span>}
          </div>
        ))}
      </div>
      <p className={classes.none} role="status">
        {items.length === 0 && !isWaiting && none}
      </p>
    </div>
  );
}

function nextActive(key: string, { active, count }: { active: number; count: number }): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (active - 1 + count) % count;
  return null;
}

const showOption = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });
