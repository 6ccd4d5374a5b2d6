import type { ReactNode } from 'react';
import type { PageGauge as Gauge } from '../../../core/api/shapes';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { languageName } from './languageName';
import { PageGauge } from './PageGauge';
import { partFacts, wordsLine } from './partFacts';
import { SaveState, type SaveStateProps } from './SaveState';
import classes from './StatusLine.module.css';

export interface StatusLineProps extends SaveStateProps {
  content: NarrativeContent;
  part: PartKey;
  gauge: Gauge | undefined;
  language: string;
  /** More facts of the screen, before the words on the part. */
  children?: ReactNode;
}

/** The line at the foot of the window: safe or not, how much, on which page. */
export function StatusLine(props: StatusLineProps) {
  const { content, part, gauge, language } = props;
  const words = wordsLine(content, part);
  return (
    <>
      <SaveState status={props.status} onSaveCopy={props.onSaveCopy} onRetry={props.onRetry} />
      <span className={classes.item} title={words.whole}>
        {words.part}
      </span>
      <PageGauge gauge={gauge} part={part} />
      <span className={classes.spring} />
      {props.children}
      <span className={`${classes.item} ${classes.wide}`}>{partFacts(content, part)}</span>
      <span className={`${classes.item} ${classes.widest}`}>{languageName(language)}</span>
    </>
  );
}
