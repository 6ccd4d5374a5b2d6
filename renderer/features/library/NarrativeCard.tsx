import { memo } from 'react';
import type { NarrativeSummary } from '../../../core/api/shapes';
import { nearDay } from '../../ui/dates';
import { stripSentence } from '../../ui/partStateWords';
import { StateStrip } from '../../ui/StateStrip';
import { CardMenu } from './CardMenu';
import classes from './NarrativeCard.module.css';
import type { NarrativeHref } from './narrativeHref';
import type { NarrativeActions } from './useNarrativeActions';

interface NarrativeCardProps {
  summary: NarrativeSummary;
  hrefOf: NarrativeHref;
  actions: NarrativeActions;
  onOpen: (id: NarrativeSummary['meta']['id']) => void;
}

/** A small sheet on the desk: what it is called, when it launches, how far it is. */
export const NarrativeCard = memo(function NarrativeCard({
  summary,
  hrefOf,
  actions,
  onOpen,
}: NarrativeCardProps) {
  const { meta, heading, dateline } = summary;
  return (
    <li className={classes.card}>
      <h3 className={classes.heading}>
        <a href={hrefOf(meta.id)}>{heading}</a>
      </h3>
      <p className={classes.place}>{dateline || 'No date yet'}</p>
      <div className={classes.foot}>
        <StateStrip states={summary.states} />
        <p className={classes.meta}>
          <span>{stripSentence(summary)}</span>
          <time dateTime={meta.updatedAt}>{nearDay(new Date(meta.updatedAt), new Date())}</time>
        </p>
      </div>
      <div className={classes.menu}>
        <CardMenu summary={summary} actions={actions} onOpen={() => onOpen(meta.id)} />
      </div>
    </li>
  );
});
