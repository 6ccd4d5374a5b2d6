import { Button } from '@mantine/core';
import type { NarrativeSummary } from '../../../core/api/shapes';
import { partDefinitions, partKeys } from '../../../core/narrative/parts';
import { PartGlyph } from '../../ui/PartGlyph';
import { partStateWords } from '../../ui/partStateWords';
import { CardMenu } from './CardMenu';
import type { NarrativeHref } from './narrativeHref';
import classes from './ResumeSheet.module.css';
import { continueWords, lastWords, whenWords } from './summaryWords';
import type { NarrativeActions } from './useNarrativeActions';

interface ResumeSheetProps {
  summary: NarrativeSummary;
  hrefOf: NarrativeHref;
  actions: NarrativeActions;
  onOpen: (id: NarrativeSummary['meta']['id']) => void;
}

/** The sheet worked on last, open where writing stopped: one click and the writing goes on. */
export function ResumeSheet({ summary, hrefOf, actions, onOpen }: ResumeSheetProps) {
  const { meta, heading, dateline } = summary;
  const excerpt = lastWords(meta.lastPlace?.excerpt ?? '');
  return (
    <section className={classes.sheet} aria-labelledby="resume-heading">
      <div className={classes.lead}>
        <h2 id="resume-heading" className={classes.heading}>
          {heading}
        </h2>
        <p className={classes.place}>{dateline || 'No date yet'}</p>
        {excerpt !== '' && (
          <p className={classes.last}>
            {excerpt}
            <span className={classes.caret} aria-hidden />
          </p>
        )}
        <div className={classes.go}>
          <Button component="a" href={hrefOf(meta.id)}>
            {continueWords(summary)}
          </Button>
          <span>{whenWords(summary, new Date())}</span>
          <span className={classes.menu}>
            <CardMenu summary={summary} actions={actions} onOpen={() => onOpen(meta.id)} />
          </span>
        </div>
      </div>
      <PartList summary={summary} hrefOf={hrefOf} />
    </section>
  );
}

function PartList({ summary, hrefOf }: Pick<ResumeSheetProps, 'summary' | 'hrefOf'>) {
  return (
    <ol className={classes.steps} aria-label="Its eight parts">
      {partKeys.map((key) => (
        <li key={key}>
          <a href={hrefOf(summary.meta.id, key)}>
            <PartGlyph state={summary.states[key]} size={16} />
            <span>{partDefinitions[key].title}</span>
            <span className={classes.state}>{partStateWords[summary.states[key]]}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
