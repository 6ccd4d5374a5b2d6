import { Button } from '@mantine/core';
import { IconCircleCheck, IconHelpCircle, IconHistory } from '@tabler/icons-react';
import type { SignOff } from '../../../core/review/signOff/readSignOffs';
import classes from './Overview.module.css';
import { dayWords, isBy, nameOr, trustWords } from './reviewWords';

interface SignatureListProps {
  signOffs: readonly SignOff[];
  /** The person in the settings, who may take their own back. */
  me: string;
  now: Date;
  onTakeBack: (signOff: SignOff) => void;
}

/** Who signed a part, for which draft, and whether that still holds. */
export function SignatureList({ signOffs, me, now, onTakeBack }: SignatureListProps) {
  if (signOffs.length === 0) return null;
  return (
    <ul className={classes.signatures} aria-label="Signatures">
      {signOffs.map((signOff) => (
        <li
          key={signOff.record.id}
          data-lapsed={!signOff.holds || undefined}
          data-claimed={signOff.trust === 'claimed' || undefined}
        >
          <Signature signOff={signOff} now={now} />
          {isBy(signOff, me) && (
            <Button variant="subtle" size="compact-sm" onClick={() => onTakeBack(signOff)}>
              Take it back
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Signature({ signOff, now }: { signOff: SignOff; now: Date }) {
  const { record, trust, holds } = signOff;
  const Icon = !holds ? IconHistory : trust === 'claimed' ? IconHelpCircle : IconCircleCheck;
  return (
    <div className={classes.signature}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <p>
        <b dir="auto">{nameOr(record.by)}</b> signed draft {record.draft}, {dayWords(record.at, now)}
        {!holds && <span className={classes.lapsed}>Changed since</span>}
        {trust !== 'here' && <span className={classes.trust}>{trustWords[trust]}</span>}
        {record.note !== '' && <q dir="auto">{record.note}</q>}
      </p>
    </div>
  );
}
