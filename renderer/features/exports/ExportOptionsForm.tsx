import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { ExportOptions } from '../../../core/api/shapes';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import classes from './ExportDialog.module.css';
import { type ExportForm, exportForms, togglePart } from './exportChoice';

export interface ExportOptionsFormProps {
  form: ExportForm;
  options: ExportOptions;
  written: readonly PartKey[];
  /** Something is promised, so that there is a thread to follow. */
  hasThread: boolean;
  /** Something is parked, so that an appendix would have words. */
  hasDrawer: boolean;
  onForm: (form: ExportForm) => void;
  onOptions: (options: ExportOptions) => void;
}

/** What is handed on, and how. */
export function ExportOptionsForm(props: ExportOptionsFormProps) {
  const { form, options, written, hasThread, hasDrawer, onForm, onOptions } = props;
  const hasParts = form.layout === 'narrative' && form.format !== 'dateline';
  return (
    <>
      <FormList form={form} onForm={onForm} />
      {hasParts && (
        <fieldset>
          <legend>Include</legend>
          <div className={classes.ticks}>
            {written.map((part) => (
              <Checkbox
                key={part}
                size="xs"
                label={partDefinitions[part].title}
                checked={options.parts.includes(part)}
                onChange={() => onOptions({ ...options, parts: togglePart(options.parts, part) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      {hasParts && (
        <Checkbox
          mt={14}
          size="xs"
          label="Evidence as footnotes"
          checked={options.evidence}
          onChange={(event) => onOptions({ ...options, evidence: event.currentTarget.checked })}
        />
      )}
      {hasParts && hasThread && (
        <Checkbox
          mt={8}
          size="xs"
          label="Golden thread, as cross-references"
          checked={options.thread}
          onChange={(event) => onOptions({ ...options, thread: event.currentTarget.checked })}
        />
      )}
      {hasParts && hasDrawer && (
        <Checkbox
          mt={8}
          size="xs"
          label="“How” drawer, as an appendix"
          checked={options.drawer}
          onChange={(event) => onOptions({ ...options, drawer: event.currentTarget.checked })}
        />
      )}
      {form.format === 'pdf' && <PaperOptions options={options} onOptions={onOptions} />}
      {form.format !== 'dateline' && (
        <TextInput
          mt={16}
          label="Confidentiality note"
          placeholder="None"
          maxLength={200}
          value={options.confidentiality}
          onChange={(event) => onOptions({ ...options, confidentiality: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function FormList({ form, onForm }: Pick<ExportOptionsFormProps, 'form' | 'onForm'>) {
  const group = useId();
  return (
    <fieldset className={classes.forms}>
      <legend className="dl-hidden">Form</legend>
      {exportForms.map((choice) => (
        <label key={choice.key}>
          <input
            type="radio"
            name={group}
            checked={choice.key === form.key}
            // Where the keyboard begins in the dialog.
            data-autofocus={choice.key === form.key || undefined}
            onChange={() => onForm(choice)}
          />
          <b>{choice.title}</b>
          <span>{choice.line}</span>
        </label>
      ))}
    </fieldset>
  );
}

const papers = [
  { value: 'a4', label: 'A4' },
  { value: 'letter', label: 'Letter' },
] as const;
const standards = [
  { value: 'ua-1', label: 'Accessible (PDF/UA-1)' },
  { value: 'a-2a', label: 'Archive (PDF/A-2a)' },
  { value: 'none', label: 'Plain PDF' },
] as const;

function PaperOptions({ options, onOptions }: Pick<ExportOptionsFormProps, 'options' | 'onOptions'>) {
  return (
    <>
      <div className={classes.paper}>
        <NativeSelect
          label="Paper"
          data={papers}
          value={options.paper}
          onChange={(event) =>
            onOptions({ ...options, paper: event.currentTarget.value as ExportOptions['paper'] })
          }
        />
        <NativeSelect
          label="Standard"
          data={standards}
          value={options.standard}
          onChange={(event) =>
            onOptions({ ...options, standard: event.currentTarget.value as ExportOptions['standard'] })
          }
        />
      </div>
      <Checkbox
        mt={14}
        size="xs"
        label="Line numbers, for a silent reading"
        checked={options.lineNumbers}
        onChange={(event) => onOptions({ ...options, lineNumbers: event.currentTarget.checked })}
      />
    </>
  );
}
