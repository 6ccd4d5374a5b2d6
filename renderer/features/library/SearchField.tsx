import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import classes from './Masthead.module.css';

interface SearchFieldProps {
  ref: Ref<HTMLInputElement>;
  value: string;
  /** How its key is written, or '' where it has none. */
  keys: string;
  onChange: (value: string) => void;
}

/** Searches every word of every narrative. Escape empties it, Down goes to what was found. */
export function SearchField({ ref, value, keys, onChange }: SearchFieldProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && value !== '') onChange('');
    else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-search-hit]')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <search className={classes.field}>
      <IconSearch size={18} stroke={1.75} aria-hidden />
      <input
        ref={ref}
        type="search"
        aria-label="Search every word of all narratives"
        placeholder="Search every word"
        maxLength={200}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' && keys !== '' && <kbd>{keys}</kbd>}
    </search>
  );
}
