import { Modal, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { commitmentNames } from '../../../core/review/excitement/questions';
import { fewestForShare, type PassMark } from '../../../core/review/excitement/standing';
import { type Commitment, commitments } from '../../../core/review/records/excitement';
import { DialogActs } from '../../ui/DialogActs';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttempt } from '../../ui/useAttempt';
import classes from './Customers.module.css';

interface PassMarkFormProps {
  /** True where answers to an earlier mark stay with it. */
  isAnother: boolean;
  /** ISO date. */
  today: string;
  onFix: (mark: PassMark) => Promise<void>;
  onClose: () => void;
}

/** Asks for the pass mark before anybody answers. */
export function PassMarkForm({ isAnother, today, onFix, onClose }: PassMarkFormProps) {
  const [mark, setMark] = useState<PassMark>(() => usualMark(today));
  const { isBusy, error, attempt } = useAttempt();
  const change = (field: Partial<PassMark>) => setMark((known) => ({ ...known, ...field }));
  const isWhole = mark.until >= today && mark.people >= 1;
  const fix = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) attempt(() => onFix(mark), onClose);
  };
  return (
    <Modal opened onClose={onClose} title="What must happen for it to be worth making?" size={560}>
      <form className={classes.form} onSubmit={fix}>
        <p>
          Fix it now: once the first customer has answered, nobody can move it.
          {isAnother && ' Earlier answers stay with the earlier mark.'}
        </p>
        <NumberInput
          label="Customers who answer, at least"
          description={`Below ${fewestForShare} you see counts and words, and no verdict.`}
          min={1}
          max={100_000}
          allowDecimal={false}
          value={mark.people}
          onChange={(value) => change({ people: Number(value) || 0 })}
          data-autofocus
        />
        <PercentInput
          label="Of a hundred, very disappointed if it is never made"
          value={mark.veryDisappointedPercent}
          onChange={(veryDisappointedPercent) => change({ veryDisappointedPercent })}
        />
        <NativeSelect
          label="And they give, at least"
          description="What somebody does tells more than what they say."
          value={mark.commitment}
          data={commitments.map((value) => ({ value, label: commitmentNames[value].name }))}
          onChange={({ currentTarget }) => change({ commitment: currentTarget.value as Commitment })}
        />
        <PercentInput
          label="Of a hundred, who give this or more"
          value={mark.commitmentPercent}
          onChange={(commitmentPercent) => change({ commitmentPercent })}
        />
        <TextInput
          type="date"
          label="Last day for answers"
          min={today}
          required
          value={mark.until}
          onChange={({ currentTarget }) => change({ until: currentTarget.value })}
        />
        {error && <ErrorNotice error={error} />}
        <DialogActs isBusy={isBusy} isDisabled={!isWhole} onCancel={onClose}>
          Fix this mark
        </DialogActs>
      </form>
    </Modal>
  );
}

interface PercentInputProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

function PercentInput({ label, value, onChange }: PercentInputProps) {
  return (
    <NumberInput
      label={label}
      min={0}
      max={100}
      clampBehavior="strict"
      allowDecimal={false}
      value={value}
      onChange={(given) => onChange(Number(given) || 0)}
    />
  );
}

const fourWeeksMs = 28 * 86_400_000;

function usualMark(today: string): PassMark {
  const until = new Date(Date.parse(today) + fourWeeksMs).toISOString().slice(0, 10);
  return { people: 30, veryDisappointedPercent: 40, commitment: 'time', commitmentPercent: 20, until };
}
