import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { EmptyState } from '../../ui/EmptyState';
import classes from './ScreensSheet.module.css';

/** Every screen of the product, and where its stories show it. */
export function ScreensSheet({ content }: { content: NarrativeContent }) {
  const screens = Object.values(content.screens);
  return (
    <div className={classes.sheet}>
      <h1>Screens</h1>
      <p className={classes.lede}>Every screen of the product, and where its stories show it.</p>
      {screens.length === 0 ? (
        <EmptyState
          line="No screen is drawn yet."
          quiet="Insert a screen into a step of a story. It will be listed here."
        />
      ) : (
        <ul aria-label="Screens">
          {screens.map(({ id, title }) => (
            <li key={id}>{title || 'Without a name'}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
