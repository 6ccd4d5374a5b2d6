import type { UnwrittenBlock } from '../../../core/manuals/unwritten';
import classes from './Manuals.module.css';

export interface WaitingListProps {
  blocks: readonly UnwrittenBlock[];
  /** Goes to the place in its manual. */
  onShow: (block: UnwrittenBlock) => void;
  /** Asks here what the place says it does not know. */
  onAsk: (block: UnwrittenBlock) => void;
}

/** Above the internal FAQ: what the manuals cannot say yet, and which question each place waits for. */
export function WaitingList({ blocks, onShow, onAsk }: WaitingListProps) {
  if (blocks.length === 0) return null;
  const count = blocks.length === 1 ? '1 place' : `${blocks.length} places`;
  return (
    <section className={classes.waiting} aria-label="The manuals wait for these">
      <h2>The manuals wait: {count} could not be written yet</h2>
      <ul>
        {blocks.map((block) => (
          <li key={block.id}>
            <button type="button" className={classes.place} onClick={() => onShow(block)}>
              {block.words === '' ? 'A place without words yet' : block.words}
            </button>
            <span className={classes.note}>
              {block.manual.name}. {waitsFor(block)}
            </span>
            {block.question === null && block.words !== '' && (
              <button type="button" className={classes.ask} onClick={() => onAsk(block)}>
                Ask it here
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function waitsFor({ question, questionId, quote }: UnwrittenBlock): string {
  if (question) {
    const { number, state } = question;
    return state === 'answered'
      ? `Q ${number} is answered: it can be written now.`
      : `Waits for Q ${number}.`;
  }
  if (questionId === '') return 'No question is named yet.';
  return quote === '' ? 'Its question was deleted.' : `Its question was deleted: “${quote}”`;
}
