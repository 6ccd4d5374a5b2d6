import { Anchor, Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircle, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import type { RuleText } from '../../../core/coach/coachData';
import type { Dismissal } from '../../../core/coach/dismissals';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import { asideWords } from './asideWords';
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
  isOpen: boolean;
  onOpen: () => void;
  onShow: () => void;
  onSetAside: (reason: string) => void;
  onAskAgain: () => void;
  onHelp: () => void;
}

/** One question: its words, why it is asked, and what can be done about it. */
export function CoachCard(props: CoachCardProps) {
  const { finding, dismissal, onAskAgain } = props;
  if (!dismissal) return <OpenCard {...props} />;
  return (
    <article className={classes.card} data-aside aria-label="Question set aside">
      <p className={classes.level}>
        <IconCheck size={15} stroke={1.75} aria-hidden /> {asideWords(dismissal)}
      </p>
      <p>{finding.question}</p>
      <p className={classes.why}>
        Reason: <em>“{dismissal.reason}”</em> Comes back if these words change.
      </p>
      <div className={classes.acts}>
        <Link onClick={onAskAgain}>Ask me again</Link>
      </div>
    </article>
  );
}

function OpenCard(props: CoachCardProps) {
  const { finding, place, text, reasons, isOpen, onOpen, onShow, onSetAside, onHelp } = props;
  const [view, setView] = useState<'plain' | 'example' | 'reason'>('plain');
  const { words, Icon } = levels[finding.level];
  return (
    <article
      className={classes.card}
      data-card={finding.id}
      data-open={isOpen || undefined}
      aria-label={`${words}: ${finding.question}`}
      onPointerDown={onOpen}
      onFocus={onOpen}
    >
      <p className={classes.level}>
        <Icon size={15} stroke={1.75} aria-hidden /> {words}
        {place !== '' && ` · ${place}`}
      </p>
      {finding.quote !== '' && <Words finding={finding} />}
      <h3>{finding.question}</h3>
      <p className={classes.why}>{finding.why}</p>
      {view === 'example' && text && <Example weak={text.weak} better={text.better} />}
      {view === 'reason' ? (
        <ReasonForm reasons={reasons} onReason={onSetAside} onCancel={() => setView('plain')} />
      ) : (
        <div className={classes.acts}>
          <Button variant="default" size="xs" onClick={onShow}>
            {finding.quote === '' ? 'Go there' : 'Show the words'}
          </Button>
          <Link onClick={() => setView('reason')}>Set aside…</Link>
          {text && (
            <>
              <Link
                isExpanded={view === 'example'}
                onClick={() => setView(view === 'example' ? 'plain' : 'example')}
              >
                Example
              </Link>
              <Link onClick={onHelp}>About this</Link>
            </>
          )}
        </div>
      )}
    </article>
  );
}

function Words({ finding: { before, quote, after } }: { finding: AskedFinding }) {
  const most = 220;
  const shown = quote.length <= most ? quote : `${quote.slice(0, most)} …`;
  return (
    <p className={classes.words}>
      “{before}
      <mark>{shown}</mark>
      {quote.length <= most && after}”
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

function Link(props: { children: string; isExpanded?: boolean; onClick: () => void }) {
  return (
    <Anchor
      component="button"
      type="button"
      className={classes.link}
      underline="hover"
      aria-expanded={props.isExpanded}
      onClick={props.onClick}
    >
      {props.children}
    </Anchor>
  );
}
