import { Anchor } from '@mantine/core';
import type { GrammarFinding } from '../../../core/api/shapes';
import { useAction } from '../../client/useAction';
import cards from '../../ui/cards.module.css';
import { ErrorNotice } from '../../ui/ErrorNotice';
import classes from './CoachPanel.module.css';

/** Doubts shown at a time; nobody reads a hundred. */
const mostShown = 12;

interface GrammarListProps {
  findings: readonly GrammarFinding[];
  dictionary: readonly string[];
  onShow: (finding: GrammarFinding) => void;
}

/** Doubts about spelling and grammar in the part on the sheet; closed until somebody looks. */
export function GrammarList({ findings, dictionary, onShow }: GrammarListProps) {
  const update = useAction('coach.update');
  if (findings.length === 0) return null;
  return (
    <details className={classes.aside}>
      <summary>
        {findings.length === 1 ? 'One doubt' : `${findings.length} doubts`} about spelling and grammar
      </summary>
      {update.error && <ErrorNotice error={update.error} />}
      {findings.slice(0, mostShown).map((finding) => (
        <article
          key={`${finding.section} ${finding.from} ${finding.message}`}
          className={`${cards.card} ${classes.card}`}
        >
          <p className={classes.words}>
            “<mark>{finding.quote}</mark>”
          </p>
          <p className={classes.why}>
            {finding.message}
            {finding.suggestions.length > 0 && ` Perhaps: ${finding.suggestions.join(', ')}.`}
          </p>
          <div className={classes.acts}>
            <Anchor component="button" type="button" className={classes.link} onClick={() => onShow(finding)}>
              Show the words
            </Anchor>
            {finding.kind === 'spelling' && (
              <Anchor
                component="button"
                type="button"
                className={classes.link}
                onClick={() => update.mutate({ dictionary: [...new Set([...dictionary, finding.quote])] })}
              >
                It is spelt right
              </Anchor>
            )}
          </div>
        </article>
      ))}
    </details>
  );
}
