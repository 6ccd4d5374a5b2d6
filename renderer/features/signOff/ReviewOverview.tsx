import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import type { NarrativeMeta, NarrativeStage } from '../../../core/narrative/meta';
import { type PartKey, partDefinitions, partKeys } from '../../../core/narrative/parts';
import type { OpenMatters } from '../../../core/review/signOff/openMatters';
import type { PartReviews } from '../../../core/review/signOff/readPartReviews';
import { Sheet } from '../../ui/Sheet';
import classes from './Overview.module.css';
import { type PartActs, PartCard } from './PartCard';
import { nextPart, overviewSentence } from './reviewWords';

interface ReviewOverviewProps {
  meta: NarrativeMeta;
  reviews: PartReviews;
  me: string;
  mattersOf: (part: PartKey) => OpenMatters<AskedFinding> | null;
  actsOf: (part: PartKey) => PartActs;
  hrefOf: (part: PartKey) => string;
  onStage: (stage: NarrativeStage) => void;
}

const stages: readonly { value: NarrativeStage; label: string }[] = [
  { value: 'drafting', label: 'Drafting' },
  { value: 'inReview', label: 'In review' },
  { value: 'decided', label: 'Decided' },
];

/** How far each part is on its way from the first words to reviewed and signed, and what to do next. */
export function ReviewOverview(props: ReviewOverviewProps) {
  const { meta, reviews, me, mattersOf, actsOf, hrefOf, onStage } = props;
  const now = new Date();
  const stage = useId();
  return (
    <Sheet title="Review" lede={overviewSentence(reviews)} wide>
      <div className={classes.whole}>
        <span id={stage}>Draft {meta.draft} as a whole</span>
        <SegmentedControl
          size="xs"
          aria-labelledby={stage}
          data={stages.map((entry) => ({ ...entry }))}
          value={meta.stage}
          onChange={(value) => onStage(value as NarrativeStage)}
        />
        <NextSentence reviews={reviews} me={me} />
      </div>
      <ol className={classes.parts} aria-label="The eight parts">
        {partKeys.map((part) => (
          <PartCard
            {...actsOf(part)}
            key={part}
            review={reviews[part]}
            matters={mattersOf(part)}
            me={me}
            now={now}
            href={hrefOf(part)}
          />
        ))}
      </ol>
    </Sheet>
  );
}

function NextSentence({ reviews, me }: Pick<ReviewOverviewProps, 'reviews' | 'me'>) {
  const next = nextPart(reviews, me);
  if (!next) return <p className={classes.quiet}>Nothing is left to do here.</p>;
  const { part, step } = next;
  return (
    <p className={classes.quiet}>
      Next: {partDefinitions[part].title}. {step.words}.
    </p>
  );
}
