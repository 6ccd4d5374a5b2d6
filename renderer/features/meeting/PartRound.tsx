import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { asQuestion } from '../../../core/review/meeting/askedQuestions';
import type { Minutes, MinutesRemark } from '../../../core/review/meeting/minutesOf';
import { quoted } from '../../../core/review/meeting/quoted';
import { inSpeakingOrder, type Meeting, type MeetingStep } from '../../../core/review/meeting/readMeetings';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttempt } from '../../ui/useAttempt';
import word from '../../ui/wordButton.module.css';
import classes from './Meeting.module.css';
import { plural } from './plural';
import { SayForm } from './SayForm';
import type { Say } from './say';

export interface PartRoundProps {
  meeting: Meeting;
  minutes: Minutes;
  /** Parts to talk about, in order. */
  parts: readonly PartKey[];
  say: Say;
  /** Asks it in the internal FAQ, in the name of whoever said it. */
  onAsk: (remark: MinutesRemark) => void;
}

/** One part after the other: everybody's remarks on it in the order of speaking, and what is said to them. */
export function PartRound({ meeting, minutes, parts, say, onAsk }: PartRoundProps) {
  const part = meeting.part ?? parts[0] ?? 'release';
  const here = minutes.parts.find((told) => told.part === part);
  const remarks = here?.remarks ?? [];
  const speakers = inSpeakingOrder(
    meeting,
    remarks.map(({ by }) => by),
  );
  const { isBusy, error, attempt } = useAttempt();
  const go = (step: MeetingStep, to: PartKey | null) =>
    attempt(() => say({ kind: 'meetingStep', meeting: meeting.id, step, part: to, endsAt: null }));
  const next = parts[parts.indexOf(part) + 1];
  return (
    <>
      <PartSteps parts={parts} part={part} minutes={minutes} onPart={(to) => go('parts', to)} />
      <h2 className={classes.partTitle}>{partDefinitions[part].title}</h2>
      {remarks.length === 0 && (
        <p className={classes.hint}>Nobody wrote a remark about this part. Silence counts as agreement.</p>
      )}
      {speakers.map((name) => (
        <section key={name} aria-label={`Remarks of ${shownName(name)}`} className={classes.speaker}>
          <h3>{shownName(name)}</h3>
          <ul>
            {remarks
              .filter(({ by }) => by === name)
              .map((remark) => (
                <RemarkLine
                  key={remark.id}
                  remark={remark}
                  isAsked={minutes.questions.some(
                    ({ text, askedBy }) => askedBy === name && text === asQuestion(remark.text),
                  )}
                  onAsk={() => onAsk(remark)}
                />
              ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="said-here" className={classes.speaker}>
        <h3 id="said-here">What was said</h3>
        {here?.notes.map(({ id, by, text }) => (
          <p key={id} className={classes.said}>
            <b>{shownName(by)}:</b> {text}
          </p>
        ))}
        <PartNote key={part} meeting={meeting} part={part} say={say} />
      </section>
      {error && <ErrorNotice error={error} />}
      <div className={classes.foot}>
        {next ? (
          <Button loading={isBusy} onClick={() => go('parts', next)}>
            Next: {partDefinitions[next].title}
          </Button>
        ) : (
          <Button loading={isBusy} onClick={() => go('decision', null)}>
            Go on to the decision
          </Button>
        )}
        {next && (
          <Button variant="subtle" disabled={isBusy} onClick={() => go('decision', null)}>
            Decide now
          </Button>
        )}
      </div>
    </>
  );
}

/** On this machine somebody without a name is nobody in particular. */
const shownName = (name: string): string => (name === '' ? 'Nobody named' : name);

interface PartStepsProps {
  parts: readonly PartKey[];
  part: PartKey;
  minutes: Minutes;
  onPart: (part: PartKey) => void;
}

function PartSteps({ parts, part, minutes, onPart }: PartStepsProps) {
  return (
    <nav aria-label="Parts" className={classes.partSteps}>
      {parts.map((key) => {
        const count = minutes.parts.find((told) => told.part === key)?.remarks.length ?? 0;
        return (
          <button
            key={key}
            type="button"
            aria-current={key === part ? 'step' : undefined}
            onClick={() => onPart(key)}
          >
            {partDefinitions[key].title} <span>{plural(count, 'remark')}</span>
          </button>
        );
      })}
    </nav>
  );
}

interface RemarkLineProps {
  remark: MinutesRemark;
  /** It is a question of a FAQ already. */
  isAsked: boolean;
  onAsk: () => void;
}

function RemarkLine({ remark, isAsked, onAsk }: RemarkLineProps) {
  const { place, quote, text, isFromPacket, replies } = remark;
  return (
    <li>
      <p className={classes.hint}>
        {[place, quoted(quote), isFromPacket ? 'by packet' : ''].filter(Boolean).join(', ')}
      </p>
      <p className={classes.said}>{text}</p>
      {replies.map(({ id, by, text: answer }) => (
        <p key={id} className={classes.reply}>
          <b>{shownName(by)}:</b> {answer}
        </p>
      ))}
      {isAsked ? (
        <p className={classes.hint}>Asked in the FAQ</p>
      ) : (
        <button type="button" className={word.act} onClick={onAsk}>
          Ask it in the FAQ
        </button>
      )}
    </li>
  );
}

function PartNote({ meeting, part, say }: Pick<PartRoundProps, 'meeting' | 'say'> & { part: PartKey }) {
  const { people } = meeting.opened;
  const [speaker, setSpeaker] = useState(people[0] ?? '');
  return (
    <SayForm
      label="What was said"
      placeholder="Points of substance; small things stay as remarks"
      act="Keep"
      onSend={(text, id) => say({ kind: 'note', id, meeting: meeting.id, part, speaker, text })}
    >
      <NativeSelect
        label="Who speaks"
        size="xs"
        className={classes.who ?? ''}
        data={[...people]}
        value={speaker}
        onChange={({ currentTarget }) => setSpeaker(currentTarget.value)}
      />
    </SayForm>
  );
}
