import { Button, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partState } from '../../../core/narrative/partState';
import { partDefinitions, partKeys } from '../../../core/narrative/parts';
import { PartGlyph } from '../../ui/PartGlyph';
import { partStateWords } from '../../ui/partStateWords';
import classes from './Feasibility.module.css';

/** Why feasibility waits, what it waits for, and the way around with a reason that is kept. */
export function FeasibilityLock(props: { content: NarrativeContent; onOpen: (reason: string) => void }) {
  const { content, onOpen } = props;
  const waiting = partKeys.filter((key) => key !== 'feasibility' && partState(content, key) !== 'reviewed');
  return (
    <section className={classes.lock} aria-label="Why this part is locked">
      <p className={classes.line}>
        <IconLock size={20} stroke={1.75} aria-hidden /> How to build it comes last.
      </p>
      <p className={classes.why}>
        First the customer, the promise and the experience, then the means. Otherwise what seems easy to build
        decides what is promised. This part opens by itself when the seven before it are reviewed.
      </p>
      <h2>Still to be reviewed</h2>
      <ul className={classes.waiting}>
        {waiting.map((key) => (
          <li key={key}>
            <PartGlyph state={partState(content, key)} />
            <span>{partDefinitions[key].title}</span>
            <span className={classes.state}>{partStateWords[partState(content, key)]}</span>
          </li>
        ))}
      </ul>
      <OpenWithReason onOpen={onOpen} />
    </section>
  );
}

function OpenWithReason({ onOpen }: { onOpen: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const id = useId();
  const isMissing = isAsked && reason.trim() === '';
  return (
    <form
      className={classes.open}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') setAsked(true);
        else onOpen(reason.trim());
      }}
    >
      <Textarea
        id={id}
        label="Open it earlier, with a written reason"
        description="The reason is kept and stands above the part, for everyone who reads it."
        autosize
        minRows={2}
        maxLength={2000}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isMissing ? 'What makes it necessary to look at feasibility now?' : undefined}
      />
      <Button type="submit" variant="default" mt={12}>
        Open with this reason
      </Button>
    </form>
  );
}
