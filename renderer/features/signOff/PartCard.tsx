import { Button } from '@mantine/core';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import { partDefinitions, partKeys } from '../../../core/narrative/parts';
import type { GivenState } from '../../../core/review/records/signOffs';
import { countMatters, type OpenMatters } from '../../../core/review/signOff/openMatters';
import type { PartReview } from '../../../core/review/signOff/readPartReviews';
import type { SignOff } from '../../../core/review/signOff/readSignOffs';
import { PartGlyph } from '../../ui/PartGlyph';
import { lapseWords, partStateWords } from '../../ui/partStateWords';
import { StateMenu } from '../../ui/StateMenu';
import { type JumpTo, OpenList } from './OpenList';
import classes from './Overview.module.css';
import { dayWords, isBy, matterWords, nameOr, nextStep } from './reviewWords';
import { SignatureList } from './SignatureList';

/** What can be done about one part from the overview. */
export interface PartActs {
  onMark: (to: GivenState) => void;
  onSign: () => void;
  onTakeBack: (signOff: SignOff) => void;
  onJump: JumpTo;
}

interface PartCardProps extends PartActs {
  review: PartReview;
  /** Null until the coach has read the narrative. */
  matters: OpenMatters<AskedFinding> | null;
  me: string;
  now: Date;
  href: string;
}

/** One part on its way: how far it is, what is open in it, who signed it, and what comes next. */
export function PartCard(props: PartCardProps) {
  const { review, matters, me, now, href, onTakeBack, onJump } = props;
  const { part, state, lapse, signOffs } = review;
  const { title } = partDefinitions[part];
  return (
    <li className={classes.part}>
      <div className={classes.head}>
        <StateSign {...props} title={title} />
        <h2>
          <a href={href}>
            {partKeys.indexOf(part) + 1} {title}
          </a>
        </h2>
        <p className={classes.state} data-lapsed={lapse !== null || undefined}>
          {partStateWords[state]}
          {lapse && <span>{lapseWords(lapse)}</span>}
        </p>
        <NextAct {...props} title={title} />
      </div>
      <div className={classes.body}>
        <GivenLine review={review} now={now} />
        {state !== 'locked' && state !== 'empty' && <OpenDetails matters={matters} onJump={onJump} />}
        <SignatureList signOffs={signOffs} me={me} now={now} onTakeBack={onTakeBack} />
      </div>
    </li>
  );
}

function StateSign({ review, title, onMark }: PartCardProps & { title: string }) {
  const { state, lapse } = review;
  const isLapsed = lapse !== null;
  if (state === 'locked' || state === 'empty')
    return (
      <span className={classes.sign}>
        <PartGlyph state={state} isLapsed={isLapsed} />
      </span>
    );
  return <StateMenu title={title} state={state} isLapsed={isLapsed} onMark={onMark} />;
}

function NextAct({ review, me, href, title, onMark, onSign }: PartCardProps & { title: string }) {
  const step = nextStep(review, me);
  const hasSigned = review.signOffs.some((one) => one.holds && isBy(one, me));
  const maySign = !hasSigned && (review.state === 'inReview' || review.state === 'reviewed');
  return (
    <div className={classes.acts}>
      {maySign && step.kind !== 'sign' && (
        <Button variant="subtle" size="xs" aria-label={`Sign: ${title}`} onClick={onSign}>
          Sign
        </Button>
      )}
      {step.kind === 'write' && (
        <Button component="a" href={href} variant="subtle" size="xs" aria-label={`${step.words}: ${title}`}>
          {step.words}
        </Button>
      )}
      {step.kind === 'mark' && (
        <Button
          variant="default"
          size="xs"
          aria-label={`${step.words}: ${title}`}
          onClick={() => onMark(step.to)}
        >
          {step.words}
        </Button>
      )}
      {step.kind === 'sign' && (
        <Button variant="default" size="xs" aria-label={`${step.words}: ${title}`} onClick={onSign}>
          {step.words}
        </Button>
      )}
      {(step.kind === 'wait' || step.kind === 'done') && <span className={classes.quiet}>{step.words}</span>}
    </div>
  );
}

/** Who gave the state that the part has, and why it was called ready although something was open. */
function GivenLine({ review, now }: { review: PartReview; now: Date }) {
  const { given, overruled, state } = review;
  if (state === 'drafted' || state === 'empty' || state === 'locked') return null;
  return (
    <>
      <p className={classes.quiet}>
        {given ? <Said change={given} now={now} /> : 'Who gave this state is not kept.'}
        {given === overruled && overruled && `, with ${matterWords(overruled.open)}`}
      </p>
      {overruled && (
        <div className={classes.given}>
          {given !== overruled && (
            <p className={classes.quiet}>
              Called ready by <Said change={overruled} now={now} />, with {matterWords(overruled.open)}
            </p>
          )}
          <q dir="auto">{overruled.reason}</q>
        </div>
      )}
    </>
  );
}

/** "Ines Halloran, today, draft 7". */
function Said({ change, now }: { change: NonNullable<PartReview['given']>; now: Date }) {
  return (
    <>
      <span dir="auto">{nameOr(change.by)}</span>, {dayWords(change.at, now)}, draft {change.draft}
    </>
  );
}

function OpenDetails({ matters, onJump }: Pick<PartCardProps, 'matters' | 'onJump'>) {
  const words = matters ? matterWords(countMatters(matters)) : '';
  if (!matters || words === '') {
    return <p className={classes.quiet}>{matters ? 'Nothing is open.' : 'The coach is still reading.'}</p>;
  }
  return (
    <details className={classes.open}>
      <summary>{words}</summary>
      <OpenList matters={matters} onJump={onJump} />
    </details>
  );
}
