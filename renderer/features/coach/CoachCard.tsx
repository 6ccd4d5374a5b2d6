import { IconAlertTriangle, IconCheck, IconCircle, IconEye } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { RuleText } from '../../../core/coach/coachData';
import type { Dismissal } from '../../../core/coach/dismissals';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import cards from '../../ui/cards.module.css';
import { asideWords } from './asideWords';
import { CardActs, CardLink, type EvidenceActs } from './CardActs';
import classes from './CoachPanel.module.css';
import { ReasonForm } from './ReasonForm';

const levels = {
  stop: { words: 'Before review', Icon: IconAlertTriangle },
  fix: { words: 'Worth fixing', Icon: IconCircle },
  look: { words: 'Have a look', Icon: IconEye },
} as const;

export interface CoachCardProps {
  finding: AskedFinding;
  /** Named only where the words stand elsewhere than the caret. */
  place: string;
  text: RuleText | undefined;
  reasons: readonly string[];
  dismissal: Dismissal | null;
  /** The question went away while the panel was being used, so the card stays where it is. */
  isGone: boolean;
  /** Null where evidence is no answer. */
  evidence: EvidenceActs | null;
  isOpen: boolean;
  onOpen: () => void;
  onShow: () => void;
  onSetAside: (reason: string) => void;
  onAskAgain: () => void;
  onHelp: () => void;
}

/** One question: its words, why it is asked, and what can be done about it. */
export function CoachCard(props: CoachCardProps) {
  const { finding, dismissal, isOpen, isGone, onOpen } = props;
  const [view, setView] = useState<'plain' | 'example' | 'reason'>('plain');
  const card = useRef<HTMLElement>(null);
  useKeptFocus(card, dismissal ? 'aside' : view === 'reason' ? 'reason' : 'plain');
  if (dismissal) {
    return (
      <article
        ref={card}
        className={`${cards.card} ${classes.card}`}
        data-aside
        aria-label="Question set aside"
      >
        <AsideQuestion finding={finding} dismissal={dismissal} onAskAgain={props.onAskAgain} />
      </article>
    );
  }
  return (
    <article
      ref={card}
      className={`${cards.card} ${classes.card}`}
      data-card={finding.id}
      data-open={isOpen || undefined}
      data-gone={isGone || undefined}
      aria-label={`${levels[finding.level].words}: ${finding.question}`}
      onPointerDown={onOpen}
      onFocus={onOpen}
    >
      <OpenQuestion {...props} view={view} onView={setView} />
    </article>
  );
}

interface OpenQuestionProps extends CoachCardProps {
  view: 'plain' | 'example' | 'reason';
  onView: (view: OpenQuestionProps['view']) => void;
}

function OpenQuestion({ view, onView, ...props }: OpenQuestionProps) {
  const { finding, place, text, reasons, isGone, evidence, onShow, onSetAside, onHelp } = props;
  const { words, Icon } = levels[finding.level];
  return (
    <>
      <div className={classes.level}>
        <Icon size={15} stroke={1.75} aria-hidden /> {isGone ? 'No longer asked' : words}
        {place !== '' && ` · ${place}`}
        {text && (
          <span className={classes.about}>
            <CardLink onClick={onHelp}>About this</CardLink>
          </span>
        )}
      </div>
      {finding.quote !== '' && <Words finding={finding} />}
      <h3>{finding.question}</h3>
      <p className={classes.why}>{finding.why}</p>
      {view === 'example' && text && <Example weak={text.weak} better={text.better} />}
      {view === 'reason' ? (
        <ReasonForm reasons={reasons} onReason={onSetAside} onCancel={() => onView('plain')} />
      ) : (
        <CardActs
          hasWords={finding.quote !== ''}
          evidence={evidence}
          isExample={view === 'example'}
          onExample={text ? () => onView(view === 'example' ? 'plain' : 'example') : null}
          onShow={onShow}
          onSetAside={() => onView('reason')}
        />
      )}
    </>
  );
}

type AsideQuestionProps = Pick<CoachCardProps, 'finding' | 'onAskAgain'> & { dismissal: Dismissal };

function AsideQuestion({ finding, dismissal, onAskAgain }: AsideQuestionProps) {
  return (
    <>
      <p className={classes.level}>
        <IconCheck size={15} stroke={1.75} aria-hidden /> {asideWords(dismissal)}
      </p>
      <p>{finding.question}</p>
      <p className={classes.why}>
        Reason: <em>“{dismissal.reason}”</em> Comes back if these words change.
      </p>
      <div className={classes.acts} data-acts>
        <CardLink onClick={onAskAgain}>Ask me again</CardLink>
      </div>
    </>
  );
}

/** When what had the focus is gone because the card shows something else, the focus stays in the card. */
function useKeptFocus(card: RefObject<HTMLElement | null>, shown: string): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (document.activeElement !== document.body) return;
    card.current?.querySelector<HTMLElement>('[data-acts] button')?.focus();
  }, [card, shown]);
}

function Words({ finding: { before, quote, after } }: { finding: AskedFinding }) {
  const most = 220;
  const shown = quote.length <= most ? quote : `${quote.slice(0, most)} …`;
  // What somebody says stands in quotation marks already.
  const [opening, closing] = /^["“„]/u.test(before + quote) ? ['', ''] : ['“', '”'];
  return (
    <p className={classes.words}>
      {opening}
      {before}
      <mark>{shown}</mark>
      {quote.length <= most && after}
      {closing}
    </p>
  );
}

function Example({ weak, better }: { weak: string; better: string }) {
  return (
    <dl className={classes.example}>
      <dt>Weak</dt>
      <dd>{weak}</dd>
      <dt>Better</dt>
      <dd>{better}</dd>
    </dl>
  );
}
