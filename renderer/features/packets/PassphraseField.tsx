import { Checkbox, TextInput } from '@mantine/core';
import { passphraseLength } from '../../../core/review/packet/packetOrder';
import classes from './Packets.module.css';

interface PassphraseFieldProps {
  /** Null where none is wanted. */
  passphrase: string | null;
  onPassphrase: (passphrase: string | null) => void;
}

/** Locks packets with a passphrase, and says what that protects and what it does not. */
export function PassphraseField({ passphrase, onPassphrase }: PassphraseFieldProps) {
  return (
    <div>
      <Checkbox
        size="xs"
        label="Lock with a passphrase"
        checked={passphrase !== null}
        onChange={({ currentTarget }) => onPassphrase(currentTarget.checked ? '' : null)}
      />
      {passphrase !== null && (
        <div className={classes.passphrase}>
          <TextInput
            label="Passphrase"
            description="Four words that do not belong together are easy to say on the phone and hard to guess."
            autoComplete="off"
            spellCheck={false}
            maxLength={passphraseLength.most}
            value={passphrase}
            onChange={({ currentTarget }) => onPassphrase(currentTarget.value)}
          />
          <ul className={classes.plainly}>
            <li>
              Whoever finds the file or the mail cannot read it without these words. What comes back is
              locked, too.
            </li>
            <li>
              Tell them by another way than the file goes. Nobody can find them again, Dateline neither.
            </li>
            <li>
              It stops no reader from passing on what they have read, and a short passphrase can be tried out
              by a machine.
            </li>
          </ul>
        </div>
      )}
    </div>
  );
}
