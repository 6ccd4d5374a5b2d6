import { SegmentedControl } from '@mantine/core';
import { countFaq } from '../../../core/narrative/partState';
import { type FaqState, faqStates, type RichDoc } from '../../../core/narrative/richText';
import classes from './Frame.module.css';

export type FaqFilterValue = 'all' | FaqState;

const words: Readonly<Record<FaqState, string>> = { answered: 'Answered', open: 'Open', blocked: 'Blocked' };

/** Shows only the questions of one state. Nothing is taken away: the others are hidden on the sheet. */
export function FaqFilter(props: {
  doc: RichDoc;
  value: FaqFilterValue;
  onChange: (value: FaqFilterValue) => void;
}) {
  const counts = countFaq(props.doc);
  const total = faqStates.reduce((sum, state) => sum + counts[state], 0);
  const shown = (['answered', 'open', 'blocked'] as const).map((state) => ({
    value: state,
    label: `${words[state]} ${counts[state]}`,
  }));
  return (
    <SegmentedControl
      className={classes.filter ?? ''}
      size="sm"
      aria-label="Show questions"
      data={[{ value: 'all', label: `All ${total}` }, ...shown]}
      value={props.value}
      onChange={(value) => props.onChange(value as FaqFilterValue)}
    />
  );
}
