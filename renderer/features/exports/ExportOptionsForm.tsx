import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { ExportOptions } from '../../../core/api/shapes';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { useAction } from '../../client/useAction';
import { useOperation } from '../../client/useOperation';
import { LogoChoice } from '../../ui/LogoChoice';
import classes from './ExportDialog.module.css';
import { type ExportForm, exportForms, hasParts, togglePart } from './exportChoice';

export interface ExportOptionsFormProps {
  form: ExportForm;
  options: ExportOptions;
  written: readonly PartKey[];
  /** Something is promised, so that there is a thread to follow. */
  hasThread: boolean;
  /** Something is parked, so that an appendix would have words. */
  hasDrawer: boolean;
  /** A meeting was closed, so that there are minutes of it. */
  hasMinutes: boolean;
  onForm: (form: ExportForm) => void;
  onOptions: (options: ExportOptions) => void;
}

/** What is handed on, and how. */
export function ExportOptionsForm(props: ExportOptionsFormProps) {
  const { form, options, written, onForm, onOptions } = props;
  return (
    <>
      <FormList form={form} onForm={onForm} />
      {hasParts(form) && (
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
      {hasParts(form) && <AddedOptions {...props} />}
      {form.format === 'pdf' && <PaperOptions form={form} options={options} onOptions={onOptions} />}
      {form.format === 'pdf' && <LogoOption options={options} onOptions={onOptions} />}
      {form.format !== 'dateline' && <PrintedWords options={options} onOptions={onOptions} />}
    </>
  );
}

type OptionsProps = Pick<ExportOptionsFormProps, 'options' | 'onOptions'>;

/** What stands beside the words of the narrative. */
function AddedOptions({
  form,
  options,
  hasThread,
  hasDrawer,
  hasMinutes,
  onOptions,
}: ExportOptionsFormProps) {
  const showsRemarks = form.format === 'pdf' || form.format === 'docx';
  const additions = [
    { key: 'evidence', label: 'Evidence as footnotes', isOffered: true },
    { key: 'thread', label: 'Golden thread, as cross-references', isOffered: hasThread },
    { key: 'drawer', label: '“How” drawer, as an appendix', isOffered: hasDrawer },
    { key: 'comments', label: 'Comments of reviewers', isOffered: showsRemarks },
    { key: 'minutes', label: 'Minutes of meetings, as an appendix', isOffered: hasMinutes },
  ] as const;
  return additions
    .filter(({ isOffered }) => isOffered)
    .map(({ key, label }) => (
      <Checkbox
        key={key}
        mt={10}
        size="xs"
        label={label}
        checked={options[key]}
        onChange={(event) => onOptions({ ...options, [key]: event.currentTarget.checked })}
      />
    ));
}

function PrintedWords({ options, onOptions }: OptionsProps) {
  return (
    <div className={classes.paper}>
      <TextInput
        label="Version"
        placeholder="Draft number"
        maxLength={60}
        value={options.versionLabel}
        onChange={(event) => onOptions({ ...options, versionLabel: event.currentTarget.value })}
      />
      <TextInput
        label="Confidentiality note"
        placeholder="None"
        maxLength={200}
        value={options.confidentiality}
        onChange={(event) => onOptions({ ...options, confidentiality: event.currentTarget.value })}
      />
    </div>
  );
}

/** The team's logo, which is chosen once for all exports; here it can be left out. */
function LogoOption({ options, onOptions }: OptionsProps) {
  const settings = useOperation('settings.read', {}).data;
  const update = useAction('settings.update');
  const logo = settings?.logo ?? null;
  if (logo === null)
    return (
      <LogoChoice
        label="Choose a logo"
        onChoose={(chosen) => {
          update.mutate({ logo: chosen });
          onOptions({ ...options, logo: chosen });
        }}
      />
    );
  return (
    <Checkbox
      mt={14}
      size="xs"
      label={`Logo: ${logo.alt}`}
      checked={options.logo !== null}
      onChange={(event) => onOptions({ ...options, logo: event.currentTarget.checked ? logo : null })}
    />
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

function PaperOptions({ form, options, onOptions }: OptionsProps & { form: ExportForm }) {
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
      {form.layout !== 'reading' && (
        <Checkbox
          mt={14}
          size="xs"
          label="Line numbers"
          checked={options.lineNumbers}
          onChange={(event) => onOptions({ ...options, lineNumbers: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
