import type { NarrativeId } from '../../../core/narrative/meta';
import { routeHash } from '../routing/route';
import classes from './ReviewNav.module.css';
import { type ReviewSheet, reviewSheets } from './reviewSheets';

/** The links between the sheets of the review, above each of them. */
export function ReviewNav({ id, sheet }: { id: NarrativeId; sheet: ReviewSheet }) {
  return (
    <nav className={classes.row} aria-label="Review">
      <ul>
        {(Object.keys(reviewSheets) as ReviewSheet[]).map((key) => (
          <li key={key}>
            <a
              href={routeHash({ screen: 'narrative', id, part: null, sheet: key })}
              aria-current={key === sheet ? 'page' : undefined}
            >
              {reviewSheets[key]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
