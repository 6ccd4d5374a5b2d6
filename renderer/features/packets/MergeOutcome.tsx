import { Button } from '@mantine/core';
import type { MergedAnswers } from '../../../core/review/packet/mergedAnswers';
import { Banner } from '../../ui/Banner';
import classes from './Packets.module.css';
import { readerWords } from './standingWords';

interface MergeOutcomeProps {
  merged: MergedAnswers;
  /** Gives the same again and takes what was changed after it was sealed. */
  onTakeClaimed: () => void;
}

/** What came of merging: a sentence, then each answer, then what could not be taken and why. */
export function MergeOutcome({ merged, onTakeClaimed }: MergeOutcomeProps) {
  const { sentence, answers, failed } = merged;
  const isChanged = failed.some(({ isClaimable }) => isClaimable);
  return (
    <div className={classes.outcome}>
      {sentence !== '' && (
        <Banner tone="info">
          <p>
            <b>{sentence}</b>
          </p>
          <ul className={classes.taken}>
            {answers.map(({ name, reader, isSealed, added, known }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same answer can be given twice.
              <li key={index}>
                {readerWords({ packet: null, reader })}: {added} new{known > 0 && `, ${known} known`}.{' '}
                {isSealed ? 'Sealed.' : 'Merely claimed: nothing but the file says who wrote it.'}
                <span className={classes.quiet}> {name === '' ? 'Pasted' : name}</span>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {failed.length > 0 && (
        <Banner tone="gold">
          <ul className={classes.taken} aria-label="Not taken">
            {failed.map(({ name, message, next }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same file can be given twice.
              <li key={index}>
                <b>{name === '' ? 'Pasted text' : name}</b>: {message} {next}
              </li>
            ))}
          </ul>
          {isChanged && (
            <Button variant="default" size="xs" mt="sm" onClick={onTakeClaimed}>
              Take it as merely claimed
            </Button>
          )}
        </Banner>
      )}
    </div>
  );
}
