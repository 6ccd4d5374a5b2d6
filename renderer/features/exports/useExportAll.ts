import { useRef, useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import type { ExportedAll, ExportFormat } from '../../../core/api/shapes';
import { fromBase64 } from '../../client/base64';
import { useConnection } from '../../client/ConnectionProvider';
import { downloadFile } from '../../ui/downloadFile';
import type { ExportProgress } from './useExport';

export type ExportAllState =
  | { kind: 'choosing' }
  | { kind: 'running'; progress: ExportProgress }
  | { kind: 'stopped'; words: string }
  | { kind: 'failed'; error: DatelineError }
  | { kind: 'done'; result: ExportedAll };

const beginning: ExportProgress = { done: 0, total: 0, label: 'Choosing a folder' };

/** Runs one export of the whole library at a time. */
export function useExportAll() {
  const { call, onEvent } = useConnection();
  const [state, setState] = useState<ExportAllState>({ kind: 'choosing' });
  const job = useRef('');

  async function run(format: ExportFormat): Promise<void> {
    const name = crypto.randomUUID();
    job.current = name;
    let progress = beginning;
    setState({ kind: 'running', progress });
    const stopListening = onEvent('job.progress', ({ job: about, ...told }) => {
      if (about !== name) return;
      progress = told;
      setState({ kind: 'running', progress });
    });
    try {
      const result = await call('exports.runAll', { format, job: name });
      if (result.data !== null) downloadFile('Narratives.zip', 'application/zip', fromBase64(result.data));
      const isClosed = result.data === null && result.savedTo === null;
      setState(isClosed ? { kind: 'choosing' } : { kind: 'done', result });
    } catch (thrown) {
      const error = toDatelineError(thrown);
      setState(
        error.code === 'cancelled'
          ? { kind: 'stopped', words: stopWords(progress) }
          : { kind: 'failed', error },
      );
    } finally {
      stopListening();
    }
  }

  return {
    state,
    run,
    /** A job that ended a moment before is not there to be stopped, which is as good as stopped. */
    stop: () => void call('jobs.cancel', { job: job.current }).catch(() => undefined),
  };
}

const stopWords = ({ done, total }: ExportProgress): string =>
  `Stopped after ${done} of ${total}. No half file is left.`;
