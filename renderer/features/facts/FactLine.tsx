import { Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Fact } from '../../../core/facts/fact';
import type { FactValue } from '../../../core/facts/factReading';
import { placeName } from '../../../core/facts/placeName';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { nearTime } from '../../ui/dates';
import word from '../../ui/wordButton.module.css';
import classes from './Facts.module.css';
import type { FactRow } from './factRows';
import type { ShowPlace } from './PlaceCard';

export interface FactLineProps {
  row: FactRow;
  content: NarrativeContent;
  onShow: ShowPlace;
  onConfirm: (value: string) => void;
  onForget: () => void;
  onInsert: (fact: Fact) => void;
}

/** One fact: its confirmed value, or the values found to choose from, each with its places. */
export function FactLine(props: FactLineProps) {
  const { row, onConfirm, onForget, onInsert } = props;
  const [isWriting, setWriting] = useState(false);
  const { fact, label, values } = row;
  return (
    <li className={classes.fact} aria-label={label}>
      <h3>{label}</h3>
      <div className={classes.values}>
        {fact && !isWriting && <Confirmed fact={fact} />}
        {!fact && values.length === 0 && !isWriting && <p className={classes.none}>Not told yet</p>}
        {values.map((value) => (
          <Found key={value.value} {...props} value={value} />
        ))}
        {isWriting && (
          <ValueForm
            label={`Value of ${label}`}
            start={fact?.value ?? ''}
            onKeep={(value) => {
              setWriting(false);
              onConfirm(value);
            }}
            onCancel={() => setWriting(false)}
          />
        )}
      </div>
      {!isWriting && (
        <div className={classes.actions}>
          <Button size="xs" variant="subtle" onClick={() => setWriting(true)}>
            {fact ? 'Change' : 'Write a value'}
          </Button>
          {fact && (
            <Button size="xs" variant="subtle" onClick={() => onInsert(fact)}>
              Insert as live field
            </Button>
          )}
          {fact && (
            <Button size="xs" variant="subtle" onClick={onForget}>
              Take back
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Confirmed({ fact }: { fact: Fact }) {
  const when = nearTime(new Date(fact.confirmedAt), new Date());
  return (
    <p className={classes.confirmed}>
      <IconCheck size={18} stroke={1.75} aria-hidden />
      <strong>{fact.value}</strong>
      <span>
        Confirmed{fact.confirmedBy === '' ? '' : ` by ${fact.confirmedBy}`}, {when}
      </span>
    </p>
  );
}

function Found(props: FactLineProps & { value: FactValue }) {
  const { row, content, value, onShow, onConfirm } = props;
  const isConfirmed = row.fact?.value === value.value;
  return (
    <div className={classes.value}>
      {!isConfirmed && (
        <p>
          <b>{value.value}</b>
          <Button
            size="xs"
            variant="default"
            onClick={() => onConfirm(value.value)}
            aria-label={`Confirm ${value.value}`}
          >
            Confirm
          </Button>
        </p>
      )}
      <ul className={classes.places}>
        {value.places.map((place) => (
          <li key={`${place.part} ${place.section} ${place.from}`}>
            <button type="button" className={word.place} onClick={() => onShow(place)}>
              {placeName(content, place)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ValueFormProps {
  label: string;
  start: string;
  onKeep: (value: string) => void;
  onCancel: () => void;
}

function ValueForm({ label, start, onKeep, onCancel }: ValueFormProps) {
  const [value, setValue] = useState(start);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== '') onKeep(value.trim());
  };
  return (
    <form className={classes.form} onSubmit={keep}>
      <TextInput
        aria-label={label}
        size="xs"
        value={value}
        maxLength={1000}
        autoFocus
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <Button type="submit" size="xs">
        Confirm
      </Button>
      <Button size="xs" variant="subtle" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
