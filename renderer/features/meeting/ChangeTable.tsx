import { ActionIcon, Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { MinutesRemark } from '../../../core/review/meeting/minutesOf';
import classes from './Decision.module.css';
import type { DraftChange } from './decisionDraft';
import shared from './Meeting.module.css';
import { plural } from './plural';

interface ChangeTableProps {
  /** The draft before which they are to be made. */
  draftNumber: number;
  people: readonly string[];
  changes: readonly DraftChange[];
  remarks: readonly MinutesRemark[];
  onChanges: (changes: readonly DraftChange[]) => void;
}

/** What is to be changed, by whom and until when. Changes are written anew, or picked from remarks. */
export function ChangeTable({ draftNumber, people, changes, remarks, onChanges }: ChangeTableProps) {
  const [isPicking, setPicking] = useState(false);
  const owners = useId();
  const add = (text: string, remark: string) =>
    onChanges([...changes, { key: crypto.randomUUID(), text, owner: '', due: '', remark }]);
  const replace = (key: string, changed: Partial<DraftChange>) =>
    onChanges(changes.map((change) => (change.key === key ? { ...change, ...changed } : change)));
  const remove = (key: string) => onChanges(changes.filter((change) => change.key !== key));
  const pick = (remark: MinutesRemark) => {
    const picked = changes.find((change) => change.remark === remark.id);
    if (picked) remove(picked.key);
    else add(remark.text.replace(/\s+/gu, ' '), remark.id);
  };
  return (
    <section aria-labelledby="changes-before">
      <h2 id="changes-before" className={classes.heading}>
        Changes before draft {draftNumber}
      </h2>
      <datalist id={owners}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ol className={classes.changes}>
        {changes.map((change, index) => (
          <ChangeRow
            key={change.key}
            change={change}
            number={index + 1}
            owners={owners}
            place={remarks.find(({ id }) => id === change.remark)?.place ?? ''}
            onChange={(changed) => replace(change.key, changed)}
            onRemove={() => remove(change.key)}
          />
        ))}
      </ol>
      <div className={classes.acts}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />}
          onClick={() => add('', '')}
        >
          Add a change
        </Button>
        {remarks.length > 0 && (
          <Button size="xs" variant="subtle" aria-expanded={isPicking} onClick={() => setPicking(!isPicking)}>
            Pick from {plural(remarks.length, 'remark')}
          </Button>
        )}
      </div>
      {isPicking && (
        <ul className={classes.pick} aria-label="Remarks to pick from">
          {remarks.map((remark) => (
            <li key={remark.id}>
              <Checkbox
                size="xs"
                label={`${remark.text} (${[remark.by, remark.place].filter(Boolean).join(', ')})`}
                checked={changes.some((change) => change.remark === remark.id)}
                onChange={() => pick(remark)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface ChangeRowProps {
  change: DraftChange;
  number: number;
  /** Id of the list with names. */
  owners: string;
  place: string;
  onChange: (changed: Partial<DraftChange>) => void;
  onRemove: () => void;
}

function ChangeRow({ change, number, owners, place, onChange, onRemove }: ChangeRowProps) {
  return (
    <li>
      <Textarea
        aria-label={`Change ${number}`}
        placeholder="What changes"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={20_000}
        value={change.text}
        onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
      />
      <TextInput
        aria-label={`Owner of change ${number}`}
        placeholder="Owner"
        list={owners}
        maxLength={200}
        value={change.owner}
        onChange={({ currentTarget }) => onChange({ owner: currentTarget.value })}
      />
      <TextInput
        aria-label={`Change ${number} is made by`}
        type="date"
        value={change.due}
        onChange={({ currentTarget }) => onChange({ due: currentTarget.value })}
      />
      <ActionIcon variant="subtle" aria-label={`Leave change ${number} out`} onClick={onRemove}>
        <IconX size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      {place !== '' && <span className={shared.hint}>{place}</span>}
    </li>
  );
}
