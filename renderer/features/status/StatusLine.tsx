import type { ReactNode } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { languageName } from './languageName';
import { partFacts, wordsLine } from './partFacts';
import classes from './StatusLine.module.css';

export interface StatusLineProps {
  content: NarrativeContent;
  part: PartKey;
  /** Whether all is saved. It changes with every burst of keys, so it is drawn apart from the rest. */
  saveState: ReactNode;
  gauge: ReactNode;
  language: string;
  /** More facts of the screen, before the words on the part. */
  children?: ReactNode;
}

/** The line at the foot of the window: safe or not, how much, on which page. */
export function StatusLine(props: StatusLineProps) {
  const { content, part, language } = props;
  const words = wordsLine(content, part);
  return (
    <>
      {props.saveState}
      <span className={classes.item} title={words.whole}>
        {words.part}
      </span>
      {props.gauge}
      <span className={classes.spring} />
      {props.children}
      <span className={`${classes.item} ${classes.wide}`}>{partFacts(content, part)}</span>
      <span className={`${classes.item} ${classes.widest}`}>{languageName(language)}</span>
    </>
  );
}
