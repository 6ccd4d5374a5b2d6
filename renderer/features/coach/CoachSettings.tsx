import { Modal, NativeSelect, SegmentedControl, Switch, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CoachOverrides } from '../../../core/coach/coachOverrides';
import type { CoachSettings as Settings } from '../../../core/coach/coachSetup';
import { type CoachSetup, settleCoach } from '../../../core/coach/coachSetup';
import { useAction } from '../../client/useAction';
import { useOperation } from '../../client/useOperation';
import { Banner } from '../../ui/Banner';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { CheckList } from './CheckList';
import classes from './CoachSettings.module.css';
import { WordLists } from './WordLists';

/** What one narrative settles for itself. */
export interface NarrativeScope {
  style: string | null;
  overrides: CoachOverrides;
  onStyle: (style: string | null) => void;
  onOverrides: (overrides: CoachOverrides) => void;
}

interface CoachSettingsProps {
  /** Absent where no narrative is open. */
  narrative?: NarrativeScope;
  onClose: () => void;
}

/** House style, checks, their numbers and words, for the library or for one narrative. It counts at once. */
export function CoachSettings({ narrative, onClose }: CoachSettingsProps) {
  const [scope, setScope] = useState<'library' | 'narrative'>(narrative ? 'narrative' : 'library');
  const setup = useOperation('coach.read', {});
  const update = useAction('coach.update');
  const error = setup.error ?? update.error;
  return (
    <Modal opened onClose={onClose} size={640} title="Coach and house style">
      {error && <ErrorNotice error={error} />}
      {setup.data?.problems.map((problem) => (
        <Banner key={problem} tone="gold">
          {problem}
        </Banner>
      ))}
      {narrative && (
        <SegmentedControl
          aria-label="For"
          data={[
            { value: 'narrative', label: 'This narrative' },
            { value: 'library', label: 'All of the library' },
          ]}
          value={scope}
          onChange={(value) => setScope(value as 'library' | 'narrative')}
        />
      )}
      {setup.data && scope === 'library' && (
        <LibraryForm setup={setup.data} onChange={(patch) => update.mutate(patch)} />
      )}
      {setup.data && scope === 'narrative' && narrative && (
        <NarrativeForm setup={setup.data} narrative={narrative} />
      )}
    </Modal>
  );
}

function LibraryForm({
  setup,
  onChange,
}: {
  setup: CoachSetup;
  onChange: (patch: Partial<Settings>) => void;
}) {
  const { settings, styles } = setup;
  const [dictionary, setDictionary] = useState(settings.dictionary.join('\n'));
  const before = settleCoach(
    { ...setup, settings: { ...settings, overrides: {} } },
    { style: null, overrides: {} },
  );
  return (
    <div className={classes.rows}>
      <NativeSelect
        label="House style"
        data={styles.map(({ id, name }) => ({ value: id, label: name }))}
        value={settings.style}
        onChange={({ currentTarget }) => onChange({ style: currentTarget.value })}
      />
      <StyleHint setup={setup} id={settings.style} />
      <CheckList
        data={before.data}
        overrides={settings.overrides}
        onChange={(overrides) => onChange({ overrides })}
      />
      <WordLists
        data={before.data}
        overrides={settings.overrides}
        onChange={(overrides) => onChange({ overrides })}
      />
      <Switch
        label="Look at grammar and spelling of English texts"
        description="On this computer. It takes a moment when it is first used."
        checked={settings.grammar}
        onChange={({ currentTarget }) => onChange({ grammar: currentTarget.checked })}
      />
      <Textarea
        label="Words that are spelt right"
        description="One a line, such as names of products."
        autosize
        minRows={2}
        maxRows={8}
        value={dictionary}
        onChange={({ currentTarget }) => setDictionary(currentTarget.value)}
        onBlur={() => onChange({ dictionary: linesOf(dictionary) })}
      />
    </div>
  );
}

function NarrativeForm({ setup, narrative }: { setup: CoachSetup; narrative: NarrativeScope }) {
  const { style, overrides, onStyle, onOverrides } = narrative;
  const before = settleCoach(setup, { style, overrides: {} });
  return (
    <div className={classes.rows}>
      <NativeSelect
        label="House style"
        data={[
          { value: '', label: 'As in the library' },
          ...setup.styles.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={style ?? ''}
        onChange={({ currentTarget }) => onStyle(currentTarget.value === '' ? null : currentTarget.value)}
      />
      <StyleHint setup={setup} id={style ?? setup.settings.style} />
      <CheckList data={before.data} overrides={overrides} onChange={onOverrides} />
      <WordLists data={before.data} overrides={overrides} onChange={onOverrides} />
    </div>
  );
}

function StyleHint({ setup, id }: { setup: CoachSetup; id: string }) {
  const style = setup.styles.find((known) => known.id === id);
  if (!style) return null;
  return (
    <p className={classes.hint}>
      It means {style.about} {style.order} FAQ: {style.faq.split} Reading: {style.reading} From {style.source}
      . Choosing a style changes what is asked and the hints, never your text.
    </p>
  );
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
