import type { AnswerVerdict } from '../../../core/review/modelCheck/compareAnswer';
import type { Segment } from '../../../core/review/modelCheck/markedSegments';
import { modelQuestions } from '../../../core/review/modelCheck/prompts';
import type { CheckedPrompt, PersonAnswer, StatedSide } from '../../../core/review/modelCheck/readModelCheck';
import classes from './ModelCheck.module.css';
import { countWords, isShown, verdicts } from './verdictWords';

export interface PromptAnswersProps {
  checked: CheckedPrompt;
  /** False where the text as it was read is not at hand. */
  isKnown: boolean;
  placeName: (place: NonNullable<StatedSide['place']>) => string;
}

/** What the text says to one question, and what each person remembers of it. */
export function PromptAnswers({ checked, isKnown, placeName }: PromptAnswersProps) {
  const { title, question } = modelQuestions[checked.prompt];
  const isValue = checked.prompt === 'price' || checked.prompt === 'date';
  return (
    <section className={classes.prompt} aria-label={title}>
      <div className={classes.promptHead}>
        <h2>{question}</h2>
        <p>{countWords(checked)}</p>
      </div>
      <div className={classes.sides}>
        <div className={classes.text}>
          <h3>The text</h3>
          {checked.stated.map((side) => (
            <Stated
              key={`${side.place?.part} ${side.place?.section} ${side.words}`}
              side={side}
              placeName={placeName}
            />
          ))}
          {checked.stated.length > 1 && isValue && <p className={classes.silent}>{severalTold}</p>}
          {checked.stated.length === 0 && (
            <p className={classes.silent}>{isKnown ? saysNothing : isNotKept}</p>
          )}
        </div>
        <ul className={classes.answers}>
          {checked.answers.map((answer) => (
            <Answer key={answer.id} answer={answer} />
          ))}
        </ul>
      </div>
    </section>
  );
}

const severalTold =
  'Several are told. Confirm one on the facts sheet, and answers are compared with that one alone.';
const saysNothing = 'Says nothing to this question, so nothing is compared.';
const isNotKept = 'The text as it was read then is not kept, so nothing is compared.';

function Stated({ side, placeName }: { side: StatedSide; placeName: PromptAnswersProps['placeName'] }) {
  return (
    <figure className={classes.stated}>
      <blockquote>
        <Words segments={side.segments} marked="same" />
      </blockquote>
      <figcaption>{side.place ? placeName(side.place) : 'Facts sheet, confirmed'}</figcaption>
    </figure>
  );
}

function Answer({ answer }: { answer: PersonAnswer }) {
  const { person, said, segments, verdict, before, isClaimed } = answer;
  return (
    <li className={classes.answer} data-verdict={verdict}>
      <div className={classes.who}>
        <span>
          <b>{person === '' ? 'Somebody' : person}</b>
          {isClaimed && <span className={classes.claimed}> Only claimed: no seal of theirs</span>}
        </span>
        <Verdict verdict={verdict} />
      </div>
      {said !== '' && (
        <p className={classes.said}>
          <Words segments={segments} marked="differs" />
        </p>
      )}
      {before && (
        <p className={classes.before}>
          About draft {before.draft}: “{before.said}”
        </p>
      )}
    </li>
  );
}

function Verdict({ verdict }: { verdict: AnswerVerdict }) {
  if (!isShown(verdict)) return null;
  const { words, Icon } = verdicts[verdict];
  return (
    <span className={classes.verdict}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {words}
    </span>
  );
}

/** A text with some of its words marked: in an answer what is not the text's, in the text what somebody remembered. */
function Words({ segments, marked }: { segments: readonly Segment[]; marked: Segment['kind'] }) {
  let at = 0;
  return segments.map(({ text, kind }) => {
    const key = at;
    at += text.length;
    return kind === marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
