import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import type { FaqState } from '../../../core/narrative/richText';
import classes from './Details.module.css';

/** What is known about a question beside its words. */
export interface QuestionDetails {
  state: FaqState;
  owner: string;
  /** ISO date, or ''. */
  due: string;
  askedBy: string;
}

export interface QuestionDialogProps {
  question: string;
  details: QuestionDetails;
  onSave: (details: QuestionDetails) => void;
  onClose: () => void;
}

const states: { value: FaqState; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'answered', label: 'Answered' },
  { value: 'blocked', label: 'Blocked' },
];

/** Who answers a question, by when, and how far it is. */
export function QuestionDialog({ question, details, onSave, onClose }: QuestionDialogProps) {
  const [draft, setDraft] = useState(details);
  const stateLabel = useId();
  const change = (changed: Partial<QuestionDetails>) => setDraft({ ...draft, ...changed });
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...draft, owner: draft.owner.trim(), askedBy: draft.askedBy.trim() });
  };
  return (
    <Modal opened onClose={onClose} title="State, owner and date" size={460}>
      <form className={classes.form} onSubmit={save}>
        <p className={classes.question}>{question === '' ? 'A question without words yet' : question}</p>
        <div>
          <p className={classes.label} id={stateLabel}>
            State
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby={stateLabel}
            data={states}
            value={draft.state}
            onChange={(state) => change({ state: state as FaqState })}
          />
        </div>
        <div className={classes.pair}>
          <TextInput
            label="Due"
            type="date"
            value={draft.due}
            onChange={(event) => change({ due: event.currentTarget.value })}
          />
          <TextInput
            label="Owner"
            placeholder="No owner yet"
            maxLength={100}
            data-autofocus
            value={draft.owner}
            onChange={(event) => change({ owner: event.currentTarget.value })}
          />
        </div>
        <TextInput
          label="Asked by"
          placeholder="Nobody named"
          maxLength={100}
          value={draft.askedBy}
          onChange={(event) => change({ askedBy: event.currentTarget.value })}
        />
        <div className={classes.acts}>
          <Button type="submit">Save</Button>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  );
}
