import { Tooltip } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { type PartState, partState } from '../../../core/narrative/partState';
import { type PartKey, partDefinitions, partKeys } from '../../../core/narrative/parts';
import type { GivenState } from '../../../core/review/records/signOffs';
import type { PartReviews } from '../../../core/review/signOff/readPartReviews';
import { PartGlyph } from '../../ui/PartGlyph';
import { StateMenu } from '../../ui/StateMenu';
import classes from './Rail.module.css';
import { isLapseTold, stepLine } from './stepLine';

/** One place of the open part that the rail can go to. */
export interface RailPlace {
  /** Section key, or the id of an item. */
  key: string;
  title: string;
  isEmpty: boolean;
  depth: 0 | 1;
}

export interface RailProps {
  content: NarrativeContent;
  reviews: PartReviews;
  /** Null while a sheet about the whole narrative is open. */
  part: PartKey | null;
  places: readonly RailPlace[];
  /** Key of the place the caret is in; '' when it is in none. */
  place: string;
  isNarrow: boolean;
  /** What stands beside the name of a part, such as who is in it; the same elements until they change. */
  beside: Partial<Record<PartKey, ReactNode>>;
  /** Open questions of the coach, by part. */
  questions: Partial<Record<PartKey, number>>;
  hrefOf: (part: PartKey) => string;
  onPlace: (key: string) => void;
  /** Null where the state is not for this person to give. */
  onMark: ((state: GivenState) => void) | null;
}

/** The eight steps of a narrative and, under the open one, its sections. */
export function Rail(props: RailProps) {
  const { content, part, reviews, isNarrow, questions, beside, hrefOf, onMark } = props;
  return (
    <ol className={classes.steps} data-narrow={isNarrow || undefined}>
      {partKeys.map((step, index) => (
        <li key={step} className={classes.step}>
          <Step
            step={step}
            number={index + 1}
            state={partState(content, step)}
            isLapsed={isLapseTold(reviews[step])}
            line={stepLine(content, step, { questions: questions[step] ?? 0, review: reviews[step] })}
            href={hrefOf(step)}
            isOpen={step === part}
            isNarrow={isNarrow}
            beside={beside[step]}
            onMark={onMark}
          />
          {step === part && !isNarrow && <Outline {...props} />}
        </li>
      ))}
    </ol>
  );
}

interface StepProps extends Pick<RailProps, 'isNarrow' | 'onMark'> {
  step: PartKey;
  number: number;
  state: PartState;
  isLapsed: boolean;
  line: string;
  href: string;
  isOpen: boolean;
  beside: ReactNode;
}

/** Drawn again only when its own words change, not whenever somebody wrote. */
const Step = memo(function Step(props: StepProps) {
  const { step, number, state, isLapsed, line, href, isOpen, isNarrow, beside, onMark } = props;
  const { title } = partDefinitions[step];
  const hasMenu = onMark !== null && isOpen && !isNarrow && state !== 'locked' && state !== 'empty';
  return (
    <>
      <Tooltip label={`${title}: ${line}`} position="right" disabled={!isNarrow}>
        <a href={href} aria-current={isOpen ? 'step' : undefined}>
          <span className={classes.number}>{number}</span>
          <span className={classes.name}>
            {title}
            {beside}
          </span>
          <span className={classes.line}>{line}</span>
          {!hasMenu && (
            <span className={classes.glyph}>
              <PartGlyph state={state} isLapsed={isLapsed} />
            </span>
          )}
        </a>
      </Tooltip>
      {hasMenu && (
        <StateMenu title={title} state={state} isLapsed={isLapsed} className={classes.menu} onMark={onMark} />
      )}
    </>
  );
});

function Outline({ part, places, place, onPlace }: RailProps) {
  if (part === null || places.length < 2) return null;
  return (
    <ul className={classes.outline} aria-label={`Sections of ${partDefinitions[part].title}`}>
      {places.map((entry) => (
        <li key={entry.key} data-depth={entry.depth}>
          <button
            type="button"
            aria-current={entry.key === place ? 'true' : undefined}
            onClick={() => onPlace(entry.key)}
          >
            <span>{entry.title}</span>
            {entry.isEmpty && <span className={classes.empty}>empty</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
