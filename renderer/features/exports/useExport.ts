import { useRef, useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import type { Exported, ExportOptions, ExportWarning } from '../../../core/api/shapes';
import type { NarrativeId } from '../../../core/narrative/meta';
import { fromBase64 } from '../../client/base64';
import { useConnection } from '../../client/ConnectionProvider';
import { downloadFile } from '../../ui/downloadFile';
import type { ExportForm } from './exportChoice';

export interface ExportProgress {
  done: number;
  total: number;
  label: string;
}

export type ExportState =
  | { kind: 'choosing' }
  | { kind: 'running'; progress: ExportProgress }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: DatelineError }
  | { kind: 'saved'; place: string; warnings: ExportWarning[] };

const beginning: ExportProgress = { done: 0, total: 0, label: 'Setting the pages' };

/** Runs one export at a time: progress while it runs, and a way to stop it. */
export function useExport(id: NarrativeId, flush: () => Promise<void>) {
  const { call, onEvent } = useConnection();
  const [state, setState] = useState<ExportState>({ kind: 'choosing' });
  const job = useRef('');
  const stopped = useRef('');

  async function run(form: ExportForm, options: ExportOptions): Promise<void> {
    const name = crypto.randomUUID();
    job.current = name;
    setState({ kind: 'running', progress: beginning });
    const stopListening = onEvent('job.progress', ({ job: about, ...progress }) => {
      if (about === name) setState({ kind: 'running', progress });
    });
    try {
      await flush();
      // Somebody may stop it before the host has heard of it, or when it is just done.
      if (stopped.current === name) return setState({ kind: 'stopped' });
      const input = { id, format: form.format, options: { ...options, layout: form.layout }, job: name };
      const exported = await call('exports.run', input);
      const isUnwanted = stopped.current === name && exported.savedTo === null;
      setState(isUnwanted ? { kind: 'stopped' } : handOver(exported));
    } catch (thrown) {
      const error = toDatelineError(thrown);
      setState(error.code === 'cancelled' ? { kind: 'stopped' } : { kind: 'failed', error });
    } finally {
      stopListening();
    }
  }

  return {
    state,
    run,
    reset: () => setState({ kind: 'choosing' }),
    /** A job that ended a moment before is not there to be stopped, which is as good as stopped. */
    stop: () => {
      stopped.current = job.current;
      call('jobs.cancel', { job: job.current }).catch(() => undefined);
    },
  };
}

/** Gives the file to the person, where the shell has not done so itself. */
function handOver({ fileName, mime, data, savedTo, warnings }: Exported): ExportState {
  if (data !== null) {
    downloadFile(fileName, mime, fromBase64(data));
    return { kind: 'saved', place: fileName, warnings };
  }
  return savedTo === null ? { kind: 'choosing' } : { kind: 'saved', place: savedTo, warnings };
}
