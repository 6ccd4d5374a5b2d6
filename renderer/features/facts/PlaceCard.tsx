import { Button } from '@mantine/core';
import type { FactPlace } from '../../../core/facts/factPlace';
import { placeName } from '../../../core/facts/placeName';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import classes from './Facts.module.css';

/** Goes to a place in the text and selects its words. */
export type ShowPlace = (place: FactPlace) => void;

/** A place of the text with its sentence, the words in question marked, and the way there. */
export function PlaceCard(props: { content: NarrativeContent; place: FactPlace; onShow: ShowPlace }) {
  const { content, place, onShow } = props;
  const name = placeName(content, place);
  const at = place.sentence.indexOf(place.words);
  return (
    <div className={classes.place}>
      <p className={classes.placeName}>{name}</p>
      <blockquote className={classes.sentence}>
        {at < 0 ? (
          place.sentence
        ) : (
          <>
            {place.sentence.slice(0, at)}
            <mark>{place.words}</mark>
            {place.sentence.slice(at + place.words.length)}
          </>
        )}
      </blockquote>
      <Button variant="default" size="xs" onClick={() => onShow(place)} aria-label={`Show it: ${name}`}>
        Show it
      </Button>
    </div>
  );
}
