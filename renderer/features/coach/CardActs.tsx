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
  /** Null where there is nothing to tell about the check. */
  about: { isExample: boolean; onExample: () => void; onHelp: () => void } | null;
  onShow: () => void;
  onSetAside: () => void;
}

/** The one button of a card, which is what answers it best, and the quieter ways beside it. */
export function CardActs({ hasWords, evidence, about, onShow, onSetAside }: CardActsProps) {
  const show = hasWords ? 'Show the words' : 'Go there';
  return (
    <div className={classes.acts}>
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
      {about && (
        <>
          <CardLink isExpanded={about.isExample} onClick={about.onExample}>
            Example
          </CardLink>
          <CardLink onClick={about.onHelp}>About this</CardLink>
        </>
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
