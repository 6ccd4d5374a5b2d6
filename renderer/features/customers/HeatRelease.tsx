import { VisuallyHidden } from '@mantine/core';
import { Fragment } from 'react';
import { sectionTitle } from '../../../core/narrative/parts';
import type { HeatLine, HeatStretch } from '../../../core/review/excitement/heatMap';
import { reactionNames } from '../../../core/review/excitement/questions';
import type { TestReading } from '../../../core/review/excitement/readTests';
import { type Reaction, reactions } from '../../../core/review/records/excitement';
import classes from './Heat.module.css';
import { MarkedWords } from './MarkedWords';
import { reactionSigns, reactionsIn, reactionWords } from './reactionSigns';

interface HeatReleaseProps {
  heat: TestReading['heat'];
  n: number;
}

/** The release with what customers marked in it, and how many did. */
export function HeatRelease({ heat, n }: HeatReleaseProps) {
  const lines = heat.lines.filter(({ stretches }) => stretches.length > 0);
  return (
    <section className={classes.block} aria-labelledby="heat-title">
      <h2 id="heat-title">What they marked in the release</h2>
      <p className={classes.note}>
        {n === 1 ? '1 customer' : `${n} customers`}. Behind the words stands how many marked them:{' '}
        {reactions.map((reaction, index) => (
          <Fragment key={reaction}>
            {index > 0 && ', '}
            <span className={classes[reaction]}>
              {reactionSigns[reaction]} {reactionNames[reaction].name}
            </span>
          </Fragment>
        ))}
        .
      </p>
      <div className={classes.release}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place.
          <Line key={index} line={line} isFirst={line.section !== lines[index - 1]?.section} />
        ))}
      </div>
      <Lost heat={heat} />
    </section>
  );
}

function Line({ line, isFirst }: { line: HeatLine; isFirst: boolean }) {
  let at = 0;
  return (
    <>
      {isFirst && <h3>{sectionTitle('release', line.section)}</h3>}
      <p className={line.section === 'heading' ? classes.heading : undefined}>
        {line.stretches.map((stretch) => {
          const key = at;
          at += stretch.text.length;
          return <Stretch key={key} stretch={stretch} />;
        })}
      </p>
    </>
  );
}

function Stretch({ stretch: { text, counts } }: { stretch: HeatStretch }) {
  const marked = reactionsIn(counts);
  if (marked.length === 0) return text;
  return (
    <>
      <MarkedWords reactions={marked} several={marked.filter((reaction) => counts[reaction] > 1)}>
        {text}
      </MarkedWords>
      <sup className={classes.count} aria-hidden>
        {marked.map((reaction) => `${reactionSigns[reaction]}${counts[reaction]}`).join(' ')}
      </sup>
      <VisuallyHidden component="span"> ({reactionWords(counts)}) </VisuallyHidden>
    </>
  );
}

/** Marks whose words were deleted since are told, too: nothing that somebody said is dropped. */
function Lost({ heat: { lost } }: Pick<HeatReleaseProps, 'heat'>) {
  if (lost.length === 0) return null;
  return (
    <details className={classes.lost}>
      <summary>
        {lost.length === 1 ? '1 mark is' : `${lost.length} marks are`} on words that are no longer there
      </summary>
      <ul>
        {lost.map(({ customer, reaction, anchor }) => (
          <li key={`${customer} ${reaction} ${anchor.before}${anchor.quote}`}>
            {reactionSigns[reaction]} {nameOf(reaction)}: <q>{anchor.quote}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}

const nameOf = (reaction: Reaction): string => reactionNames[reaction].name;
