import type { ContradictionSubject, FactReading } from '../../../core/facts/factReading';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import classes from './Facts.module.css';
import { PlaceCard, type ShowPlace } from './PlaceCard';

const questions: Readonly<Record<ContradictionSubject, string>> = {
  name: 'Which name does it go by?',
  price: 'What does it cost?',
  date: 'On which day does it launch?',
  platform: 'Where does it run?',
  limit: 'Which limit holds?',
  stage: 'Can people use it today?',
};

/** How many places do not fit together, or to what was confirmed. */
export const countDiffering = ({ contradictions, departures }: FactReading): number =>
  contradictions.length + departures.length;

/** Places that cannot both be true, side by side, then those that left a confirmed value. */
export function Contradictions(props: {
  content: NarrativeContent;
  reading: FactReading;
  onShow: ShowPlace;
}) {
  const { content, reading, onShow } = props;
  if (countDiffering(reading) === 0) return null;
  return (
    <section aria-label="Places that differ" className={classes.differing}>
      <h2>Two answers to one question</h2>
      <ul>
        {reading.contradictions.map(({ subject, one, other }) => (
          <li
            key={`${subject} ${one.part} ${one.section} ${one.from} ${other.part} ${other.section} ${other.from}`}
            className={classes.pair}
          >
            <h3>{questions[subject]}</h3>
            <div className={classes.sides}>
              <PlaceCard content={content} place={one} onShow={onShow} />
              <PlaceCard content={content} place={other} onShow={onShow} />
            </div>
          </li>
        ))}
        {reading.departures.map(({ fact, place }) => (
          <li key={`${fact.key} ${place.part} ${place.section} ${place.from}`} className={classes.pair}>
            <h3>
              {fact.label}: confirmed as “{fact.value}”, written otherwise here
            </h3>
            <PlaceCard content={content} place={place} onShow={onShow} />
          </li>
        ))}
      </ul>
    </section>
  );
}
