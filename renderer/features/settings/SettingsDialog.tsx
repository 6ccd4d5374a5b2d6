import { Button, Group, Modal, NativeSelect, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Logo, Settings } from '../../../core/api/shapes';
import { useAction } from '../../client/useAction';
import { useOperation } from '../../client/useOperation';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LogoChoice } from '../../ui/LogoChoice';
import { languageOptions } from './languageOptions';
import classes from './SettingsDialog.module.css';

const themes = [
  { value: 'system', label: 'Like the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;
const papers = [
  { value: 'a4', label: 'A4' },
  { value: 'letter', label: 'Letter' },
] as const;

interface SettingsDialogProps {
  folder: string;
  /** The team whose library it is; null for one's own. */
  team: string | null;
  onClose: () => void;
}

/** The few things that can be set. Each counts at once and is kept at once. */
export function SettingsDialog({ folder, team, onClose }: SettingsDialogProps) {
  const settings = useOperation('settings.read', {});
  const update = useAction('settings.update');
  const error = settings.error ?? update.error;
  return (
    <Modal opened onClose={onClose} title="Settings">
      {error && <ErrorNotice error={error} />}
      {settings.data && (
        <SettingsForm
          settings={settings.data}
          isTeam={team !== null}
          onChange={(patch) => update.mutate(patch)}
        />
      )}
      <p className={classes.hint}>
        {team === null
          ? `Your narratives are files in ${folder}.`
          : `Narratives are kept on the server of ${team}.`}
      </p>
    </Modal>
  );
}

interface SettingsFormProps {
  settings: Settings;
  /** Whether the name is the one under which somebody joined, which stays. */
  isTeam: boolean;
  onChange: (patch: Partial<Settings>) => void;
}

function SettingsForm({ settings, isTeam, onChange }: SettingsFormProps) {
  const [author, setAuthor] = useState(settings.author);
  return (
    <div className={classes.rows}>
      <Row label="Light or dark">
        <SegmentedControl
          aria-label="Light or dark"
          data={[...themes]}
          value={settings.theme}
          onChange={(theme) => onChange({ theme })}
        />
      </Row>
      <TextInput
        label="Your name"
        description={
          isTeam
            ? 'As you joined the team: it stands under what you say.'
            : 'For the owner of a question. It stays on this computer.'
        }
        readOnly={isTeam}
        maxLength={100}
        value={author}
        onChange={({ currentTarget }) => setAuthor(currentTarget.value)}
        onBlur={() => author !== settings.author && onChange({ author })}
      />
      <NativeSelect
        label="Language of new narratives"
        data={languageOptions(settings.language)}
        value={settings.language}
        onChange={({ currentTarget }) => onChange({ language: currentTarget.value })}
      />
      <Switch
        label="Check spelling while writing"
        checked={settings.spellcheck}
        onChange={({ currentTarget }) => onChange({ spellcheck: currentTarget.checked })}
      />
      <Row label="Paper">
        <SegmentedControl
          aria-label="Paper"
          data={[...papers]}
          value={settings.paper}
          onChange={(paper) => onChange({ paper })}
        />
      </Row>
      <LogoSetting logo={settings.logo} onChange={onChange} />
    </div>
  );
}

/** The picture at the top of the first page of a PDF. */
function LogoSetting({ logo, onChange }: Pick<SettingsFormProps, 'onChange'> & Pick<Settings, 'logo'>) {
  const [alt, setAlt] = useState(logo?.alt ?? '');
  const choose = (chosen: Logo) => {
    setAlt(chosen.alt);
    onChange({ logo: chosen });
  };
  if (!logo) return <LogoChoice label="Choose a logo for PDFs" onChoose={choose} />;
  return (
    <div>
      <TextInput
        label="What the logo shows"
        description="For those who hear the PDF read to them."
        maxLength={200}
        value={alt}
        onChange={({ currentTarget }) => setAlt(currentTarget.value)}
        onBlur={() => alt !== logo.alt && onChange({ logo: { ...logo, alt } })}
      />
      <Group gap="xs">
        <LogoChoice label="Choose another logo" onChoose={choose} />
        <Button mt={14} size="xs" variant="subtle" onClick={() => onChange({ logo: null })}>
          Print no logo
        </Button>
      </Group>
    </div>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}
