import { Anchor, Button } from '@mantine/core';
import classes from './CoachPanel.module.css';

/** What can be done about a question by saying what its words rest on. */
export interface EvidenceActs {
  onSource: () => void;
  onAssume: () => void;
}

interface CardActsProps {
  /** The question is about certain words, which can be shown. */
  hasWords: boolean;
  /** Null where evidence is no answer. */
  evidence: EvidenceActs | null;
  isExample: boolean;
  /** Null where there is no example. */
  onExample: (() => void) | null;
  onShow: () => void;
  onSetAside: () => void;
}

/** The one button of a card, which is what answers it best, and the quieter ways beside it. */
export function CardActs(props: CardActsProps) {
  const { hasWords, evidence, isExample, onExample, onShow, onSetAside } = props;
  const show = hasWords ? 'Show the words' : 'Go there';
  return (
    <div className={classes.acts} data-acts>
      {evidence ? (
        <>
          <Button variant="default" size="xs" onClick={evidence.onSource}>
            Add source
          </Button>
          <CardLink onClick={evidence.onAssume}>Mark as assumed</CardLink>
          <CardLink onClick={onShow}>{show}</CardLink>
        </>
      ) : (
        <Button variant="default" size="xs" onClick={onShow}>
          {show}
        </Button>
      )}
      <CardLink onClick={onSetAside}>Set aside…</CardLink>
      {onExample && (
        <CardLink isExpanded={isExample} onClick={onExample}>
          Example
        </CardLink>
      )}
    </div>
  );
}

/** A quiet act of a card. */
export function CardLink(props: { children: string; isExpanded?: boolean; onClick: () => void }) {
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
