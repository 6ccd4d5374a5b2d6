import type { NarrativeContent } from '../../../../core/narrative/narrativeDoc';
import { EmptyState } from '../../../ui/EmptyState';
import classes from './ThreadSheet.module.css';

/** What the release promises, and what keeps each promise. */
export function ThreadSheet({ content }: { content: NarrativeContent }) {
  const promises = Object.values(content.promises);
  return (
    <div className={classes.sheet}>
      <h1>Golden thread</h1>
      <p className={classes.lede}>What the release promises, and what keeps each promise.</p>
      {promises.length === 0 ? (
        <EmptyState
          line="No promise is followed yet."
          quiet="Mark words of the press release as a promise, and say which step, screen or how-to keeps it."
        />
      ) : (
        <ul aria-label="Golden thread">
          {promises.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
