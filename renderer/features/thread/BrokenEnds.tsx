import { partDefinitions } from '../../../core/narrative/parts';
import type { ThreadLink } from '../../../core/thread/threadLink';
import word from '../../ui/wordButton.module.css';
import { kindWords } from './panelWords';
import classes from './ThreadPanel.module.css';

interface BrokenEndsProps {
  links: readonly ThreadLink[];
  onLetGo: (linkId: string) => void;
  /** Links the promise to something else instead; absent where its words are not at hand. */
  onReplace?: (link: ThreadLink) => void;
}

/** Ends that were deleted, in the words they had. If they come back, by undo or an import, they are linked again. */
export function BrokenEnds({ links, onLetGo, onReplace }: BrokenEndsProps) {
  if (links.length === 0) return null;
  return (
    <section aria-label="Ends that are gone">
      <h3>Ends that are gone</h3>
      <ul className={classes.chain}>
        {links.map((link) => {
          const words = link.words.trim() === '' ? `A ${kindWords[link.kind]} without words` : link.words;
          return (
            <li key={link.id} data-gap>
              <s className={classes.gap}>{words}</s>
              <span className={classes.note}>
                Was a {kindWords[link.kind]}, {partDefinitions[link.place.part].title}
              </span>
              <span className={classes.acts}>
                {onReplace && (
                  <button
                    type="button"
                    className={word.act}
                    aria-label={`Link to something else: ${words}`}
                    onClick={() => onReplace(link)}
                  >
                    Link to something else
                  </button>
                )}
                <button
                  type="button"
                  className={word.act}
                  aria-label={`Let go: ${words}`}
                  onClick={() => onLetGo(link.id)}
                >
                  Let go
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
