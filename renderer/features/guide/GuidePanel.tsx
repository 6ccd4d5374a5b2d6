import { useRef } from 'react';
import type { Guidance } from '../../../core/guidance/guidance';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { Example } from './Example';
import classes from './GuidePanel.module.css';
import { guideOf } from './guideOf';
import { useCalmValue } from './useCalmValue';
import { WordMeasure } from './WordMeasure';

export interface GuidePanelProps {
  guidance: Guidance;
  content: NarrativeContent;
  part: PartKey;
  /** Kind of place the caret is in: a section key, a story fact, 'step', or '' for the part as a whole. */
  place: string;
  /** Item the place stands in, for parts that repeat; '' where they do not. */
  item: string;
}

/** What the section under the caret is for, and how it reads well or weakly. It never writes. */
export function GuidePanel({ guidance, content, part, place, item }: GuidePanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  // A panel that is being read or clicked must not change under the hand.
  const shown = useCalmValue(`${part} ${place} ${item}`, panel);
  const [, shownPlace = '', shownItem = ''] = shown.startsWith(`${part} `)
    ? shown.split(' ')
    : [part, place, item];
  const found = guideOf({ guidance, content, part, place: shownPlace, item: shownItem });
  if (!found) return null;
  const { title, guide, words } = found;
  return (
    <div ref={panel} className={classes.guide}>
      <h2>{title}</h2>
      <p className={classes.lede}>{guide.purpose}</p>
      {guide.words !== undefined && <WordMeasure words={words} about={guide.words} />}
      <h3>Ask yourself</h3>
      <ul className={classes.asks}>
        {guide.ask.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <h3>The same idea, twice</h3>
      <Example verdict="Reads well" example={guide.good} />
      <Example verdict="Reads weakly" example={guide.weak} isWeak />
      <h3>What this tests</h3>
      <p className={classes.tests}>{guide.tests}</p>
    </div>
  );
}
