import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import classes from './Meeting.module.css';

interface PeopleListProps {
  people: readonly string[];
  onChange: (people: string[]) => void;
}

/** Who is there, in the order of speaking. Names move by buttons, and by Alt with the arrows on a row. */
export function PeopleList({ people, onChange }: PeopleListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState('');
  const move = (index: number, by: 1 | -1) => {
    const to = index + by;
    const name = people[index];
    if (name === undefined || to < 0 || to >= people.length) return;
    const others = people.filter((_, at) => at !== index);
    onChange([...others.slice(0, to), name, ...others.slice(to)]);
    setMoved(`${name} speaks ${to === people.length - 1 ? 'last' : `as number ${to + 1}`}.`);
    // The row keeps its key, so the focus goes along; a button that is gone at the end gives it to the row.
    queueMicrotask(() => list.current?.querySelectorAll('li')[to]?.focus());
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <section aria-labelledby="who-is-there">
      <h2 id="who-is-there" className={classes.legend}>
        Who is there?
      </h2>
      <p className={classes.hint}>
        In the order of speaking. The most senior one stands last, and speaks last.
      </p>
      <ol className={classes.people} ref={list} aria-label="Order of speaking">
        {people.map((name, index) => (
          <li key={name} tabIndex={-1} onKeyDown={(event) => onKeyDown(event, index)}>
            <span className={classes.number}>{index + 1}</span>
            <span className={classes.name}>{name}</span>
            {index === people.length - 1 && people.length > 1 && (
              <span className={classes.hint}>speaks last</span>
            )}
            <MoveButtons
              name={name}
              canRise={index > 0}
              canSink={index < people.length - 1}
              onMove={(by) => move(index, by)}
              onRemove={() => onChange(people.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      <p className="dl-hidden" aria-live="polite">
        {moved}
      </p>
      <AddPerson people={people} onAdd={(name) => onChange([...people, name])} />
    </section>
  );
}

interface MoveButtonsProps {
  name: string;
  canRise: boolean;
  canSink: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function MoveButtons({ name, canRise, canSink, onMove, onRemove }: MoveButtonsProps) {
  return (
    <span className={classes.moves}>
      <ActionIcon
        variant="subtle"
        aria-label={`${name} speaks earlier`}
        disabled={!canRise}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={`${name} speaks later`}
        disabled={!canSink}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={`${name} is not there`} onClick={onRemove}>
        <IconX size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </span>
  );
}

function AddPerson({ people, onAdd }: { people: readonly string[]; onAdd: (name: string) => void }) {
  const [text, setText] = useState('');
  const name = text.trim();
  const isThere = people.includes(name);
  const add = () => {
    if (name === '' || isThere) return;
    onAdd(name);
    setText('');
  };
  return (
    <div className={classes.add}>
      <TextInput
        aria-label="Name of somebody who is there"
        placeholder="Name"
        maxLength={200}
        value={text}
        error={isThere ? 'This name is there already.' : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <Button variant="default" disabled={name === '' || isThere} onClick={add}>
        Add
      </Button>
    </div>
  );
}
