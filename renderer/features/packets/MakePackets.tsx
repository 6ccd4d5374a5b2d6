import { Button, Checkbox, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import type { PacketOrder } from '../../../core/review/packet/packetOrder';
import { recordLimits } from '../../../core/review/records/common';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttempt } from '../../ui/useAttempt';
import classes from './Packets.module.css';
import { PassphraseField } from './PassphraseField';
import {
  allPrompts,
  askWords,
  firstChoice,
  type PacketChoice,
  readersOf,
  toOrder,
  whatIsMissing,
} from './packetChoice';

interface MakePacketsProps {
  /** Parts in which something stands. */
  written: readonly PartKey[];
  /** Id of the newest excitement test; '' where there is none. */
  test: string;
  /** ISO date. */
  today: string;
  /** Resolves once the packets are handed over. */
  onMake: (order: PacketOrder) => Promise<void>;
  onClose: () => void;
}

/** Asks for whom packets are made and what they ask. */
export function MakePackets({ written, test, today, onMake, onClose }: MakePacketsProps) {
  const [choice, setChoice] = useState<PacketChoice>(() => firstChoice(written, test));
  const { isBusy, error, attempt } = useAttempt();
  const change = (field: Partial<PacketChoice>) => setChoice((known) => ({ ...known, ...field }));
  const missing = whatIsMissing(choice);
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (missing === '') attempt(() => onMake(toOrder(choice)), onClose);
  };
  const forReaders = choice.purpose === 'review';
  return (
    <Modal opened onClose={onClose} title="Who reads it?" size={620}>
      <form className={classes.form} onSubmit={make}>
        <SegmentedControl
          aria-label="Who reads it"
          value={choice.purpose}
          data={[
            { value: 'review', label: 'Named readers' },
            { value: 'customers', label: 'Customers' },
          ]}
          onChange={(purpose) => change({ purpose })}
        />
        {forReaders ? <ReaderFields choice={choice} written={written} change={change} /> : <CustomerWords />}
        <Textarea
          label="A line to them"
          description="Shown before the text."
          autosize
          maxRows={5}
          maxLength={recordLimits.text}
          value={choice.note}
          onChange={({ currentTarget }) => change({ note: currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Answers wished for by"
          min={today}
          value={choice.returnBy}
          onChange={({ currentTarget }) => change({ returnBy: currentTarget.value })}
        />
        <PassphraseField
          passphrase={choice.passphrase}
          onPassphrase={(passphrase) => change({ passphrase })}
        />
        {error && <ErrorNotice error={error} />}
        <div className={classes.acts}>
          <Button type="submit" loading={isBusy} disabled={missing !== ''}>
            {makeWords(choice)}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          <span className={classes.quiet}>{missing}</span>
        </div>
      </form>
    </Modal>
  );
}

function makeWords(choice: PacketChoice): string {
  const count = choice.purpose === 'review' ? readersOf(choice).length : 1;
  return count > 1 ? `Make ${count} packets` : 'Make the packet';
}

const CustomerWords = () => (
  <p className={classes.words}>
    Customers read the press release alone and say what they want, doubt and would give. One packet does for
    all of them; nobody is asked for a name, and whoever likes can leave one.
  </p>
);

interface ReaderFieldsProps {
  choice: PacketChoice;
  written: readonly PartKey[];
  change: (field: Partial<PacketChoice>) => void;
}

function ReaderFields({ choice, written, change }: ReaderFieldsProps) {
  const { names, parts, asks } = choice;
  const tick = (part: PartKey) =>
    change({ parts: parts.includes(part) ? parts.filter((each) => each !== part) : [...parts, part] });
  return (
    <>
      <Textarea
        data-autofocus
        label="Readers"
        description="One name a line. Each gets a packet of their own and can sign as nobody else."
        autosize
        minRows={2}
        maxRows={8}
        value={names}
        onChange={({ currentTarget }) => change({ names: currentTarget.value })}
      />
      <fieldset className={classes.choices}>
        <legend>They read</legend>
        {written.map((part) => (
          <Checkbox
            key={part}
            size="xs"
            label={partDefinitions[part].title}
            checked={parts.includes(part)}
            onChange={() => tick(part)}
          />
        ))}
      </fieldset>
      <fieldset className={classes.choices}>
        <legend>They can give</legend>
        {(['comments', 'suggestions', 'signOff'] as const).map((ask) => (
          <Checkbox
            key={ask}
            size="xs"
            label={askWords[ask]}
            checked={asks[ask]}
            onChange={({ currentTarget }) => change({ asks: { ...asks, [ask]: currentTarget.checked } })}
          />
        ))}
        <Checkbox
          size="xs"
          label="What they remember, without looking"
          checked={asks.modelPrompts.length > 0}
          onChange={({ currentTarget }) =>
            change({ asks: { ...asks, modelPrompts: allPrompts(currentTarget.checked) } })
          }
        />
      </fieldset>
    </>
  );
}
