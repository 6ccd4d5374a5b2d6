import { Button } from '@mantine/core';
import cardStyles from '../../ui/cards.module.css';
import word from '../../ui/wordButton.module.css';
import { sharedWords } from './panelWords';
import classes from './ThreadPanel.module.css';

/** Two things that share words, and what to do about it. */
export interface ProposalCard {
  key: string;
  words: string;
  /** Where it stands; '' where that is plain. */
  note: string;
  shared: readonly string[];
  onLink: () => void;
  onRefuse: () => void;
}

interface ProposalsProps {
  cards: readonly ProposalCard[];
  /** What the words are shared with: "this step", "this promise". */
  what: string;
}

/** What perhaps belongs to the same thread. Nothing is linked unless somebody says so. */
export function Proposals({ cards, what }: ProposalsProps) {
  if (cards.length === 0) return null;
  const title = 'Shared words, perhaps the same thread?';
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {cards.map(({ key, words, note, shared, onLink, onRefuse }) => (
        <article key={key} className={`${cardStyles.card} ${classes.card}`} aria-label={words}>
          <p className={classes.words}>{words}</p>
          {note !== '' && <span className={classes.note}>{note}</span>}
          <p className={classes.why}>
            Shares {sharedWords(shared)} with {what}. Never linked without you.
          </p>
          <div className={classes.acts}>
            <Button variant="default" size="compact-sm" aria-label={`Link it: ${words}`} onClick={onLink}>
              Link it
            </Button>
            <button
              type="button"
              className={word.act}
              aria-label={`Not the same: ${words}`}
              onClick={onRefuse}
            >
              Not the same
            </button>
          </div>
        </article>
      ))}
    </section>
  );
}
