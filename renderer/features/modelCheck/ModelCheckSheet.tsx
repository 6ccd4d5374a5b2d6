import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { CheckedVersion } from '../../../core/review/modelCheck/readModelCheck';
import { EmptyState } from '../../ui/EmptyState';
import { Sheet } from '../../ui/Sheet';
import { AcrossDrafts } from './AcrossDrafts';
import classes from './ModelCheck.module.css';
import { type ModelGiven, ModelRound } from './ModelRound';
import { PromptAnswers, type PromptAnswersProps } from './PromptAnswers';
import { versionName } from './verdictWords';

interface ModelCheckSheetProps extends Pick<PromptAnswersProps, 'placeName'> {
  /** The newest draft first. */
  versions: readonly CheckedVersion[];
  draft: number;
  /** Names of those who answered about the text as it is. */
  answered: readonly string[];
  /** Resolves once the text as it is now is kept, so that answers can be compared with it later on. */
  onStart: () => Promise<void>;
  /** Resolves once the answers are durable. */
  onAnswer: (given: ModelGiven) => Promise<void>;
}

const lede =
  'After reading, and without looking: what does everybody remember? Where answers differ, the text is what to look at.';

/** Everybody's answers beside what the text itself says. */
export function ModelCheckSheet(props: ModelCheckSheetProps) {
  const { versions, draft, answered, placeName, onStart, onAnswer } = props;
  const [round, setRound] = useState<'before' | 'open' | 'over'>('before');
  const [chosen, setChosen] = useState('');
  const shown = versions.find(({ version }) => version === chosen) ?? versions[0];
  const start = (
    <Button
      onClick={() => setRound('open')}
      variant={shown ? 'default' : 'filled'}
      autoFocus={round === 'over'}
    >
      Ask the people here
    </Button>
  );
  if (round === 'open') {
    // Nothing stands behind the questions: neither the text nor what others answered.
    return (
      <ModelRound
        draft={draft}
        answered={answered}
        onStart={onStart}
        onAnswer={onAnswer}
        onClose={() => setRound('over')}
      />
    );
  }
  return (
    <Sheet title="What we share" lede={lede} wide>
      {shown ? (
        <>
          <div className={classes.tools}>
            <VersionChoice versions={versions} shown={shown} onChoose={setChosen} />
            {start}
          </div>
          <p className={classes.note}>
            Words are compared, not what they mean: where one differs, read both. Underlined in an answer is
            what the text does not say; marked in the text is what somebody remembered. Nobody is graded.
          </p>
          {shown.prompts.map((checked) => (
            <PromptAnswers
              key={checked.prompt}
              checked={checked}
              isKnown={shown.isKnown}
              placeName={placeName}
            />
          ))}
          {versions.length > 1 && <AcrossDrafts versions={versions} />}
        </>
      ) : (
        <EmptyState
          line="Nobody has answered yet."
          quiet="Let everybody read first. Then seven short questions go round on this machine, or come with a packet."
          action={start}
        />
      )}
    </Sheet>
  );
}

interface VersionChoiceProps {
  versions: readonly CheckedVersion[];
  shown: CheckedVersion;
  onChoose: (version: string) => void;
}

function VersionChoice({ versions, shown, onChoose }: VersionChoiceProps) {
  const now = new Date();
  const named = versions.map((each) => ({
    value: each.version,
    label: `${versionName(each, now)}: ${each.people} ${each.people === 1 ? 'person' : 'people'}`,
  }));
  if (named.length === 1) return <p className={classes.only}>{named[0]?.label}</p>;
  return (
    <NativeSelect
      aria-label="Version"
      data={named}
      value={shown.version}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}
