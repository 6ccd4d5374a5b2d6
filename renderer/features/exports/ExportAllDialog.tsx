import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ExportedAll, ExportFormat } from '../../../core/api/shapes';
import { Banner } from '../../ui/Banner';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ProgressCard } from '../../ui/ProgressCard';
import { type ExportAllState, useExportAll } from './useExportAll';

const formats: { value: ExportFormat; label: string }[] = [
  { value: 'pdf', label: 'PDF, the whole narrative' },
  { value: 'docx', label: 'Word document' },
  { value: 'md', label: 'Markdown' },
  { value: 'html', label: 'Web page' },
  { value: 'txt', label: 'Plain text' },
  { value: 'dateline', label: 'Dateline file' },
];

/** Exports every narrative of the library in one format. */
export function ExportAllDialog({ asksForFolder, onClose }: { asksForFolder: boolean; onClose: () => void }) {
  const [format, setFormat] = useState<ExportFormat>('pdf');
  const { state, run, stop } = useExportAll();
  const isRunning = state.kind === 'running';
  return (
    <Modal opened onClose={onClose} title="Export every narrative" closeOnClickOutside={!isRunning}>
      <Stack gap="md">
        <NativeSelect
          data-autofocus
          label="Format"
          description={
            asksForFolder
              ? 'You choose the folder next. Files that are there already stay; new ones get a number.'
              : 'All of them come as one zip file.'
          }
          data={formats}
          value={format}
          disabled={isRunning}
          onChange={({ currentTarget }) => setFormat(currentTarget.value as ExportFormat)}
        />
        <Outcome state={state} onStop={stop} />
        <Group>
          <Button disabled={isRunning} onClick={() => void run(format)}>
            {asksForFolder ? 'Choose a folder' : 'Export all'}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {state.kind === 'done' ? 'Close' : 'Cancel'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Outcome({ state, onStop }: { state: ExportAllState; onStop: () => void }) {
  switch (state.kind) {
    case 'choosing':
      return null;
    case 'running':
      return <ProgressCard title="Exporting" {...state.progress} onStop={onStop} />;
    case 'stopped':
      return (
        <Banner tone="info">
          <p>{state.words}</p>
        </Banner>
      );
    case 'failed':
      return <ErrorNotice error={state.error} />;
    case 'done':
      return <Done {...state.result} />;
  }
}

function Done({ total, exported, failed, savedTo }: ExportedAll) {
  return (
    <Banner tone={failed.length === 0 ? 'info' : 'gold'}>
      <p>
        {exported} of {total} {total === 1 ? 'narrative is' : 'narratives are'} exported
        {savedTo === null ? '' : ` to ${savedTo}`}.
      </p>
      {failed.length > 0 && (
        <ul aria-label="Not exported">
          {failed.map(({ id, name, message }) => (
            <li key={id}>
              <b>{name || 'Without a name'}</b>: {message}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
