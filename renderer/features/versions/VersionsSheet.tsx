import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { VersionEntry } from '../../../core/review/versions/versionEntry';
import { useAction } from '../../client/useAction';
import { useOperation } from '../../client/useOperation';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ComparisonView } from './Comparison';
import { NameDialog } from './NameDialog';
import { RestoreDialog } from './RestoreDialog';
import { Timeline } from './Timeline';
import { useChangeSteps } from './useChangeSteps';
import classes from './Versions.module.css';
import { choiceWords } from './versionWords';

export interface VersionsSheetProps {
  id: NarrativeId;
  draft: number;
  /** The content that whoever works here read last, where it says something else by now. */
  lastRead: string | null;
  /** Makes durable what was written last. */
  flush: () => Promise<void>;
  onRestore: (entry: VersionEntry) => Promise<void>;
  onNextDraft: () => void;
}

/** The timeline of a narrative, beside how any two of its versions differ. */
export function VersionsSheet(props: VersionsSheetProps) {
  const { id, draft, flush, onNextDraft } = props;
  const list = useOperation('versions.list', { id });
  const keep = useAction('versions.keep');
  const [isNaming, setNaming] = useState(false);
  const name = async (given: string) => {
    await flush();
    await keep.mutateAsync({ id, reason: 'named', name: given });
  };
  return (
    <div className={classes.sheet}>
      <header className={classes.head}>
        <h1>Versions</h1>
        <div className={classes.headActs}>
          <Button variant="default" onClick={onNextDraft}>
            Begin draft {draft + 1}
          </Button>
          <Button onClick={() => setNaming(true)}>Name this version</Button>
        </div>
      </header>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 && (
        <div className={classes.paper}>
          <EmptyState
            line="No version yet."
            quiet="Dateline keeps one whenever writing comes to a rest, and before anything is restored. Give the present a name to come back to it."
          />
        </div>
      )}
      {list.data && list.data.length > 0 && <Kept {...props} entries={list.data} />}
      {isNaming && (
        <NameDialog title="Name this version" name="" onName={name} onClose={() => setNaming(false)} />
      )}
    </div>
  );
}

type Dialog = 'name' | 'restore' | null;

function Kept({ id, entries, lastRead, onRestore }: VersionsSheetProps & { entries: VersionEntry[] }) {
  const rename = useAction('versions.rename');
  const [chosen, setChosen] = useState<string | null>(
    () => entries.find(({ version }) => version === lastRead)?.id ?? null,
  );
  const [other, setOther] = useState<string>('');
  const [dialog, setDialog] = useState<Dialog>(null);
  const { container, step } = useChangeSteps();
  const from = entries.find((entry) => entry.id === chosen) ?? entries[0];
  const to = entries.find((entry) => entry.id === other) ?? null;
  const comparison = useOperation(
    'versions.compare',
    { id, was: from?.version ?? '', now: to?.version ?? null },
    { keepPrevious: true, enabled: from !== undefined },
  );
  if (!from) return null;
  const choose = (entry: string) => {
    setChosen(entry);
    setOther('');
  };
  // What a restore changed is what the narrative said before it, beside what it says now.
  const restore = async () => {
    await onRestore(from);
    setChosen(null);
    setOther('');
  };
  const canBeNamed = from.reason === 'session' || from.reason === 'named';
  return (
    <div className={classes.columns}>
      <Timeline entries={entries} chosen={from.id} onChoose={choose} />
      <section className={classes.paper} aria-label="Comparison" ref={container}>
        <Choices entries={entries} from={from.id} to={other} onFrom={setChosen} onTo={setOther} />
        <div className={classes.versionActs}>
          <Button variant="default" size="xs" onClick={() => setDialog('restore')}>
            Restore the earlier one…
          </Button>
          {canBeNamed && (
            <Button variant="subtle" size="xs" onClick={() => setDialog('name')}>
              {from.reason === 'named' ? 'Rename it…' : 'Give it a name…'}
            </Button>
          )}
        </div>
        {comparison.error && <ErrorNotice error={comparison.error} />}
        {comparison.data && <ComparisonView comparison={comparison.data} onStep={step} />}
      </section>
      {dialog === 'restore' && (
        <RestoreDialog entry={from} onRestore={restore} onClose={() => setDialog(null)} />
      )}
      {dialog === 'name' && (
        <NameDialog
          title={from.reason === 'named' ? 'Rename this version' : 'Name this version'}
          name={from.name}
          onName={async (name) => void (await rename.mutateAsync({ id, entry: from.id, name }))}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}

interface ChoicesProps {
  entries: readonly VersionEntry[];
  from: string;
  /** '' for the present. */
  to: string;
  onFrom: (id: string) => void;
  onTo: (id: string) => void;
}

function Choices({ entries, from, to, onFrom, onTo }: ChoicesProps) {
  const now = new Date();
  const data = entries.map((entry) => ({ value: entry.id, label: choiceWords(entry, now) }));
  return (
    <div className={classes.choices}>
      <NativeSelect
        label="Compare"
        data={data}
        value={from}
        onChange={(event) => onFrom(event.currentTarget.value)}
      />
      <NativeSelect
        label="with"
        data={[{ value: '', label: 'Now' }, ...data]}
        value={to}
        onChange={(event) => onTo(event.currentTarget.value)}
      />
    </div>
  );
}
