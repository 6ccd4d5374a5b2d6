import { Anchor, Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { CoachSetup } from '../../../core/coach/coachSetup';
import type { CoachLevel } from '../../../core/coach/rule';
import { ruleTable } from '../../../core/coach/rules/ruleTable';
import { useOperation } from '../../client/useOperation';
import { ErrorNotice } from '../../ui/ErrorNotice';
import classes from './CoachHelp.module.css';

const levelWords: Readonly<Record<CoachLevel, string>> = {
  stop: 'Before review',
  fix: 'Worth fixing',
  look: 'Have a look',
};

interface CoachHelpProps {
  /** The check to tell about; null for the list of all. */
  rule: string | null;
  onClose: () => void;
}

/** What each check of the coach looks for, why, and how the same idea reads weakly and better. */
export function CoachHelp({ rule, onClose }: CoachHelpProps) {
  const [shown, setShown] = useState(rule);
  const setup = useOperation('coach.read', {});
  const known = ruleTable.some(({ id }) => id === shown) ? shown : null;
  return (
    <Modal opened onClose={onClose} size={640} title="About the coach’s checks">
      {setup.error && <ErrorNotice error={setup.error} onRetry={() => void setup.refetch()} />}
      {setup.data && known === null && <AllChecks setup={setup.data} onShow={setShown} />}
      {setup.data && known !== null && (
        <OneCheck key={known} setup={setup.data} id={known} onBack={() => setShown(null)} />
      )}
    </Modal>
  );
}

function AllChecks({ setup, onShow }: { setup: CoachSetup; onShow: (rule: string) => void }) {
  return (
    <>
      <p className={classes.quiet}>
        The coach reads by rules, on this computer. It asks; it never writes and never scores. What a person
        says, names, code and cited text are not judged, and a mark such as [NEEDS EVIDENCE] counts as honest.
      </p>
      <ol className={classes.list}>
        {ruleTable.map(({ id, level }) => (
          <li key={id}>
            <Anchor component="button" type="button" onClick={() => onShow(id)}>
              {setup.data.texts.rules[id]?.title ?? id}
            </Anchor>{' '}
            <span className={classes.quiet}>{levelWords[level]}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function OneCheck({ setup, id, onBack }: { setup: CoachSetup; id: string; onBack: () => void }) {
  const rule = ruleTable.find((known) => known.id === id);
  const text = setup.data.texts.rules[id];
  if (!rule || !text) return null;
  return (
    <article className={classes.page}>
      <p className={classes.quiet}>
        Check {rule.number} of {ruleTable.length} · {levelWords[rule.level]}
      </p>
      <h3>{text.title}</h3>
      <p>
        {text.why} <span className={classes.quiet}>Source: {text.source}.</span>
      </p>
      <h4>How it looks for it</h4>
      <p>{text.help}</p>
      <h4>The same idea, twice</h4>
      <dl className={classes.example}>
        <dt>Weak</dt>
        <dd>{text.weak}</dd>
        <dt>Better</dt>
        <dd>{text.better}</dd>
      </dl>
      <Button variant="default" size="xs" onClick={onBack}>
        All checks
      </Button>
    </article>
  );
}
