import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './CoachPanel.module.css';

interface ReasonFormProps {
  /** Common reasons, each one click. */
  reasons: readonly string[];
  onReason: (reason: string) => void;
  onCancel: () => void;
}

/** Asks why a question is set aside. Without a reason it stays open. */
export function ReasonForm({ reasons, onReason, onCancel }: ReasonFormProps) {
  const [own, setOwn] = useState('');
  const reason = own.trim();
  return (
    <form
      className={classes.reasons}
      data-acts
      aria-label="Why is this set aside?"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason !== '') onReason(reason);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <p className={classes.level}>Why? It is kept, and the question comes back if the words change.</p>
      {reasons.map((common) => (
        <Button key={common} variant="default" size="xs" onClick={() => onReason(common)}>
          {common}
        </Button>
      ))}
      <TextInput
        label="In your own words"
        maxLength={500}
        value={own}
        data-autofocus
        onChange={({ currentTarget }) => setOwn(currentTarget.value)}
      />
      <div className={classes.acts}>
        <Button type="submit" variant="default" size="xs" disabled={reason === ''}>
          Set aside
        </Button>
        <Button variant="subtle" size="xs" onClick={onCancel}>
          Keep it open
        </Button>
      </div>
    </form>
  );
}
