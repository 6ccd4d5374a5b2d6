import { Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import type { MetaPatch, NarrativeMeta } from '../../../core/narrative/meta';
import { DialogActs } from '../../ui/DialogActs';
import { ErrorNotice } from '../../ui/ErrorNotice';
import classes from './Details.module.css';

const languages = [
  { value: 'en-GB', label: 'English (UK)' },
  { value: 'en-US', label: 'English (US)' },
  { value: 'de-DE', label: 'German' },
  { value: 'fr-FR', label: 'French' },
  { value: 'es-ES', label: 'Spanish' },
  { value: 'it-IT', label: 'Italian' },
  { value: 'nl-NL', label: 'Dutch' },
  { value: 'pl-PL', label: 'Polish' },
  { value: 'pt-BR', label: 'Portuguese (Brazil)' },
  { value: 'sv-SE', label: 'Swedish' },
  { value: 'ja-JP', label: 'Japanese' },
  { value: 'zh-CN', label: 'Chinese (simplified)' },
];

export interface DetailsDialogProps {
  meta: NarrativeMeta;
  onSave: (patch: MetaPatch) => Promise<void>;
  onClose: () => void;
}

/** Name, draft, language and the note that exports print. */
export function DetailsDialog({ meta, onSave, onClose }: DetailsDialogProps) {
  const [name, setName] = useState(meta.name);
  const [draft, setDraft] = useState(meta.draft);
  const [language, setLanguage] = useState(meta.language);
  const [confidentiality, setConfidentiality] = useState(meta.confidentiality);
  const [error, setError] = useState<DatelineError | null>(null);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      await onSave({ name: name.trim(), draft, language, confidentiality: confidentiality.trim() });
      onClose();
    } catch (thrown) {
      setError(toDatelineError(thrown));
    }
  }

  return (
    <Modal opened onClose={onClose} title="Name and details" size={480}>
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        <TextInput
          label="Name"
          description="A working name is enough. Exported files carry it."
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={classes.pair}>
          <NumberInput
            label="Draft"
            min={1}
            max={9999}
            allowDecimal={false}
            value={draft}
            onChange={(value) => setDraft(Math.max(1, Number(value) || 1))}
          />
          <Select
            label="Language of the text"
            data={knownLanguages(meta.language)}
            allowDeselect={false}
            value={language}
            onChange={(value) => setLanguage(value ?? language)}
          />
        </div>
        <TextInput
          label="Confidentiality note"
          description="Printed at the foot of every page."
          placeholder="None"
          maxLength={200}
          value={confidentiality}
          onChange={(event) => setConfidentiality(event.currentTarget.value)}
        />
        {error && <ErrorNotice error={error} />}
        <DialogActs onCancel={onClose}>Save details</DialogActs>
      </form>
    </Modal>
  );
}

/** A file may come with a language that is not in our list; it must not be lost by opening the dialog. */
function knownLanguages(current: string) {
  const isKnown = languages.some(({ value }) => value === current);
  return isKnown || current === '' ? languages : [...languages, { value: current, label: current }];
}
