import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DatelineError } from '../../../core/api/errors';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import type { GivenState } from '../../../core/review/records/signOffs';
import { countMatters, type OpenMatters, sumMatters } from '../../../core/review/signOff/openMatters';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { partStateWords } from '../../ui/partStateWords';
import { useAttempt } from '../../ui/useAttempt';
import { NameField } from './NameField';
import { type JumpTo, OpenList } from './OpenList';
import { matterWords } from './reviewWords';
import classes from './SigningForm.module.css';

interface StateDialogProps {
  part: PartKey;
  to: GivenState;
  /** Why it could not be kept when it was given without asking; null where it was not tried. */
  failed: DatelineError | null;
  /** Null until the coach has read the narrative. */
  matters: OpenMatters<AskedFinding> | null;
  /** '' where nobody is named in the settings. */
  author: string;
  onJump: JumpTo;
  /** Rejects with why it could not be kept. */
  onGive: (given: { reason: string; by: string }) => Promise<void>;
  onClose: () => void;
}

/** Asks before a part is called ready: what is open in it, and why it may be read all the same. */
export function StateDialog(props: StateDialogProps) {
  const { part, to, failed, matters, author, onJump, onGive, onClose } = props;
  const [reason, setReason] = useState('');
  const [name, setName] = useState(author);
  const [isAsked, setAsked] = useState(false);
  const { error, isBusy, attempt } = useAttempt(failed);
  const needsReason = to === 'ready' && matters !== null && sumMatters(countMatters(matters)) > 0;
  const isComplete = !needsReason || (reason.trim() !== '' && name.trim() !== '');
  const act = `Mark ${partStateWords[to].toLowerCase()}`;
  return (
    <Modal opened onClose={onClose} title={`${act}: ${partDefinitions[part].title}`} size={560}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (isComplete) attempt(() => onGive({ reason: reason.trim(), by: name.trim() }));
        }}
      >
        {to === 'ready' && <OpenSaid matters={matters} onJump={onJump} />}
        {needsReason && (
          <>
            <Textarea
              label="Why may it be read all the same?"
              description="The reason is kept with your name, for everyone who reviews it."
              autosize
              minRows={2}
              maxRows={6}
              maxLength={2000}
              required
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={isAsked && reason.trim() === '' ? 'What makes it ready with this open?' : undefined}
            />
            {author === '' && (
              <NameField value={name} isMissing={isAsked && name.trim() === ''} onChange={setName} />
            )}
          </>
        )}
        {error && <ErrorNotice error={error} />}
        <div className={classes.acts}>
          <Button type="submit" loading={isBusy} disabled={to === 'ready' && matters === null}>
            {needsReason ? `${act} with this reason` : act}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {to === 'ready' ? 'Keep drafting' : 'Cancel'}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function OpenSaid({ matters, onJump }: Pick<StateDialogProps, 'matters' | 'onJump'>) {
  if (!matters) return <p role="status">The coach is still reading the narrative.</p>;
  const words = matterWords(countMatters(matters));
  if (words === '') return <p>Nothing is open in it.</p>;
  return (
    <>
      <p>
        There {words.startsWith('1 ') ? 'is' : 'are'} {words}. Readers will meet them first.
      </p>
      <OpenList matters={matters} onJump={onJump} />
    </>
  );
}
