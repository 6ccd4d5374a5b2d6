import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Minutes } from '../../../core/review/meeting/minutesOf';
import { outcomeNames, stopReasonWords } from '../../../core/review/meeting/outcomeWords';
import type { Meeting } from '../../../core/review/meeting/readMeetings';
import { meetingOutcomes, stopReasons } from '../../../core/review/records/meetings';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttempt } from '../../ui/useAttempt';
import { ChangeTable } from './ChangeTable';
import classes from './Decision.module.css';
import { type DecisionDraft, emptyDecision, missingIn, remarksToPick, toDecision } from './decisionDraft';
import { EachInAWord } from './EachInAWord';
import shared from './Meeting.module.css';
import { plural } from './plural';
import type { Say } from './say';

interface DecisionFormProps {
  meeting: Meeting;
  minutes: Minutes;
  now: Date;
  say: Say;
  /** What "go" means for feasibility as the parts stand now. */
  gate: ReactNode;
  /** What readers share, where something was answered. */
  shared: ReactNode;
}

/** What the room has decided: one word, then only what that word needs. */
export function DecisionForm({ meeting, minutes, now, say, gate, shared: share }: DecisionFormProps) {
  const [draft, setDraft] = useState<DecisionDraft>(emptyDecision);
  const { isBusy, error, attempt } = useAttempt();
  const change = (changed: Partial<DecisionDraft>) => setDraft({ ...draft, ...changed });
  const { outcome } = draft;
  const missing = missingIn(draft);
  const remarks = remarksToPick(minutes);
  const close = {
    kind: 'meetingStep',
    meeting: meeting.id,
    step: 'closed',
    part: null,
    endsAt: null,
  } as const;
  const record = async () => {
    if (outcome === null) return;
    await say({ kind: 'decision', meeting: meeting.id, ...toDecision({ ...draft, outcome }) }, close);
  };
  const wait = () =>
    say({
      ...close,
      step: 'decision',
      endsAt: new Date(now.getTime() + 5 * 60_000).toISOString(),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing === '') attempt(record);
  };
  return (
    <form onSubmit={submit}>
      <div className={classes.columns}>
        <div>
          <OutcomeChoice outcome={outcome} onOutcome={(chosen) => change({ outcome: chosen })} />
          {outcome === 'go' && <div className={classes.say}>{gate}</div>}
          {outcome === 'revise' && (
            <ChangeTable
              draftNumber={meeting.opened.draft + 1}
              people={meeting.opened.people}
              changes={draft.changes}
              remarks={remarks}
              onChanges={(changes) => change({ changes })}
            />
          )}
          {outcome === 'stop' && <StopReasons draft={draft} onChange={change} />}
          {outcome !== null && (
            <Textarea
              mt={18}
              label="Why, in a sentence"
              autosize
              minRows={1}
              maxRows={6}
              maxLength={20_000}
              value={draft.reason}
              onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
            />
          )}
        </div>
        <aside aria-label="Who has spoken">
          <EachInAWord meeting={meeting} say={say} />
          {share}
        </aside>
      </div>
      {error && <ErrorNotice error={error} />}
      <div className={shared.foot}>
        <Button type="submit" disabled={missing !== ''} loading={isBusy}>
          Record the decision
        </Button>
        <Button variant="subtle" disabled={isBusy} onClick={() => attempt(wait)}>
          Not yet: five more minutes
        </Button>
        <Button variant="subtle" disabled={isBusy} onClick={() => attempt(() => say(close))}>
          End without a decision
        </Button>
        <span className={shared.spring} />
        <span className={shared.hint}>
          {missing === '' ? `Minutes hold ${plural(remarks.length, 'remark')}, each once.` : missing}
        </span>
      </div>
    </form>
  );
}

const outcomeLines = {
  go: 'It can be built. The release stays the touchstone.',
  revise: 'Named changes, each with an owner and a day.',
  stop: 'With a reason, and a date to look again.',
} as const;

function OutcomeChoice(props: {
  outcome: DecisionDraft['outcome'];
  onOutcome: (outcome: (typeof meetingOutcomes)[number]) => void;
}) {
  const group = useId();
  return (
    <fieldset>
      <legend className="dl-hidden">Decision</legend>
      <div className={classes.choice}>
        {meetingOutcomes.map((outcome) => (
          <label key={outcome}>
            <input
              type="radio"
              name={group}
              checked={props.outcome === outcome}
              onChange={() => props.onOutcome(outcome)}
            />
            <b>{outcomeNames[outcome]}</b>
            <span>{outcomeLines[outcome]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface StopReasonsProps {
  draft: DecisionDraft;
  onChange: (changed: Partial<DecisionDraft>) => void;
}

function StopReasons({ draft, onChange }: StopReasonsProps) {
  const group = useId();
  return (
    <>
      <fieldset className={classes.reasons}>
        <legend>What stops it, mainly?</legend>
        {stopReasons.map((reason) => (
          <label key={reason}>
            <input
              type="radio"
              name={group}
              checked={draft.stopReason === reason}
              onChange={() => onChange({ stopReason: reason })}
            />
            {stopReasonWords[reason]}
          </label>
        ))}
      </fieldset>
      <div className={classes.two}>
        <TextInput
          label="Look again on"
          type="date"
          value={draft.revisitOn}
          onChange={({ currentTarget }) => onChange({ revisitOn: currentTarget.value })}
        />
        <TextInput
          label="What would have to be different?"
          maxLength={20_000}
          value={draft.mustDiffer}
          onChange={({ currentTarget }) => onChange({ mustDiffer: currentTarget.value })}
        />
      </div>
    </>
  );
}
