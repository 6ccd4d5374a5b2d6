import { Button } from '@mantine/core';
import type { Imported } from '../../../core/api/shapes';
import { returnedLine } from '../../../core/import/remarks/reviewLine';
import cards from '../../ui/cards.module.css';
import classes from './Imports.module.css';

interface ReturnedFileProps {
  fileName: string;
  imported: Imported;
  review: NonNullable<Imported['review']>;
  onOpen: () => void;
  onKeepAsNew: () => void;
}

/** A copy of a narrative of this library that came back: what it brought, and what can be done with it. */
export function ReturnedFile({ fileName, imported, review, onOpen, onKeepAsNew }: ReturnedFileProps) {
  const fresh = review.comments + review.suggestions;
  return (
    <>
      <h3 className={classes.name}>{imported.title}</h3>
      <p className={classes.from}>
        From {fileName}, {review.isAnswer ? 'an answer to a packet' : 'a copy of this narrative'}
      </p>
      <p>{returnedLine(review)}</p>
      {imported.doubts.length > 0 && (
        <ul className={`${cards.gold} ${classes.doubts}`} aria-label="Worth a look">
          {imported.doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      <div className={classes.acts}>
        <Button data-autofocus onClick={onOpen}>
          {fresh === 0 ? 'Open it' : fresh === 1 ? 'Look at it' : 'Look at them'}
        </Button>
        {!review.isAnswer && (
          <Button variant="subtle" onClick={onKeepAsNew}>
            Keep it as a narrative of its own
          </Button>
        )}
      </div>
    </>
  );
}
