import { Anchor } from '@mantine/core';
import type { Dismissal } from '../../../core/coach/dismissals';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import { partDefinitions, sectionTitle } from '../../../core/narrative/parts';
import cards from '../../ui/cards.module.css';
import { asideWords } from './asideWords';
import classes from './CoachPanel.module.css';

interface SetAsideListProps {
  aside: readonly { finding: AskedFinding; dismissal: Dismissal }[];
  onShow: (finding: AskedFinding) => void;
  onAskAgain: (finding: AskedFinding) => void;
}

/** Every question of the narrative that was set aside, with the reason; closed until somebody looks. */
export function SetAsideList({ aside, onShow, onAskAgain }: SetAsideListProps) {
  if (aside.length === 0) return null;
  return (
    <details className={classes.aside}>
      <summary>{aside.length === 1 ? 'One question is' : `${aside.length} questions are`} set aside</summary>
      {aside.map(({ finding, dismissal }) => (
        <article
          key={finding.id}
          className={`${cards.card} ${classes.card}`}
          data-aside
          aria-label="Question set aside"
        >
          <p className={classes.level}>{asideWords(dismissal)}</p>
          <p>{finding.question}</p>
          <p className={classes.why}>
            {placeOf(finding)}. Reason: <em>“{dismissal.reason}”</em>
          </p>
          <div className={classes.acts}>
            <Anchor component="button" type="button" className={classes.link} onClick={() => onShow(finding)}>
              Show the place
            </Anchor>
            <Anchor
              component="button"
              type="button"
              className={classes.link}
              onClick={() => onAskAgain(finding)}
            >
              Ask me again
            </Anchor>
          </div>
        </article>
      ))}
    </details>
  );
}

function placeOf({ part, section }: AskedFinding): string {
  const { title, sections } = partDefinitions[part];
  const isNamed = sections.some(({ key }) => key === section);
  return isNamed ? `${title}, ${sectionTitle(part, section)}` : title;
}
