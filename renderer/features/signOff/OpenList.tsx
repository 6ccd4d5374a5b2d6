import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import type { OpenMatters, OpenQuestion } from '../../../core/review/signOff/openMatters';
import word from '../../ui/wordButton.module.css';
import classes from './OpenList.module.css';

/** Where something open stands. */
export type Jump =
  | { kind: 'finding'; finding: AskedFinding }
  | { kind: 'comment'; id: string }
  | { kind: 'question'; place: string };
export type JumpTo = (jump: Jump) => void;

interface OpenListProps {
  matters: OpenMatters<AskedFinding>;
  onJump: JumpTo;
}

const whyOpen: Readonly<Record<OpenQuestion['why'], string>> = {
  notAsked: 'Of the minimum, and not asked yet',
  open: 'Not answered yet',
  blocked: 'Blocked',
  empty: 'Not answered yet',
};

/** Everything that is open in a part, each thing with the way to it. */
export function OpenList({ matters, onJump }: OpenListProps) {
  const { findings, comments, questions } = matters;
  return (
    <ul className={classes.list}>
      {findings.map((finding) => (
        <Row
          key={finding.id}
          kind="The coach asks, before a review"
          words={finding.question}
          onJump={() => onJump({ kind: 'finding', finding })}
        />
      ))}
      {questions.map(({ text, why, place }) => (
        <Row
          key={`${place} ${text}`}
          kind={whyOpen[why]}
          words={text}
          onJump={() => onJump({ kind: 'question', place })}
        />
      ))}
      {comments.map(({ id, messages }) => (
        <Row
          key={id}
          kind={`Remark by ${messages[0]?.by || 'somebody'}`}
          words={shortened(messages[0]?.text ?? '')}
          onJump={() => onJump({ kind: 'comment', id })}
        />
      ))}
    </ul>
  );
}

function Row({ kind, words, onJump }: { kind: string; words: string; onJump: () => void }) {
  return (
    <li className={classes.row}>
      <button type="button" className={word.place} onClick={onJump}>
        {words}
      </button>
      <span>{kind}</span>
    </li>
  );
}

const longest = 140;
const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/u, '')} …`;
