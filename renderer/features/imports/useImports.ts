import { useCallback, useReducer, useRef } from 'react';
import { importLimitBytes } from '../../../core/api/contract';
import { DatelineError, toDatelineError } from '../../../core/api/errors';
import type { EventData } from '../../../core/api/events';
import type { Imported } from '../../../core/api/shapes';
import { toBase64 } from '../../client/base64';
import { useConnection, useHostEvent } from '../../client/ConnectionProvider';
import type { Connection } from '../../client/connection';
import { chooseFiles } from '../../ui/chooseFiles';

/** What the file chooser offers; the host looks at the bytes, not at the name. */
const accepted = '.docx,.md,.markdown,.html,.htm,.txt,.text,.dateline,.dateline-answer';

export type ImportResult = { file: File; fileName: string } & (
  | { imported: Imported }
  | { error: DatelineError }
);

interface ImportState {
  /** The file in hand; null when nothing is being read. */
  current: { fileName: string; job: string; done: number; total: number } | null;
  /** Files of this round, and how many of them are through. */
  files: number;
  results: ImportResult[];
}

type Change =
  | { kind: 'started'; files: number }
  | { kind: 'file'; fileName: string; job: string }
  | { kind: 'progress'; progress: EventData<'job.progress'> }
  | { kind: 'result'; result: ImportResult }
  | { kind: 'finished' }
  | { kind: 'cleared' };

const idle: ImportState = { current: null, files: 0, results: [] };

function reduce(state: ImportState, change: Change): ImportState {
  switch (change.kind) {
    case 'started':
      return { ...idle, files: change.files };
    case 'file':
      return { ...state, current: { fileName: change.fileName, job: change.job, done: 0, total: 0 } };
    case 'progress': {
      const { job, done, total } = change.progress;
      return state.current?.job === job ? { ...state, current: { ...state.current, done, total } } : state;
    }
    case 'result':
      return { ...state, results: [...state.results, change.result] };
    case 'finished':
      return { ...state, current: null };
    case 'cleared':
      return idle;
  }
}

/** Reads files into the library, one after the other; what is done stays when the rest is stopped. */
export function useImports() {
  const connection = useConnection();
  const [state, change] = useReducer(reduce, idle);
  const running = useRef<{ job: string; isStopped: boolean } | null>(null);
  useHostEvent(
    'job.progress',
    useCallback((progress) => change({ kind: 'progress', progress }), []),
  );

  const start = async (files: File[], as?: 'new') => {
    if (files.length === 0 || running.current) return;
    const run = { job: '', isStopped: false };
    running.current = run;
    change({ kind: 'started', files: files.length });
    for (const file of files) {
      if (run.isStopped) break;
      run.job = crypto.randomUUID();
      change({ kind: 'file', fileName: file.name, job: run.job });
      change({
        kind: 'result',
        result: await importFile(connection, file, { job: run.job, ...(as ? { as } : {}) }),
      });
    }
    running.current = null;
    change({ kind: 'finished' });
  };
  const stop = () => {
    if (!running.current) return;
    running.current.isStopped = true;
    // The job may be over by now, which is as good as stopped.
    connection.call('jobs.cancel', { job: running.current.job }).catch(() => undefined);
  };
  const startAll = (files: File[]) => void start(files);
  return {
    state,
    start: startAll,
    /** Imports a copy that came back again, as a narrative of its own. */
    startAsNew: (file: File) => void start([file], 'new'),
    choose: () => chooseFiles(accepted, startAll),
    stop,
    clear: () => change({ kind: 'cleared' }),
  };
}

export type Imports = ReturnType<typeof useImports>;

async function importFile(
  { call }: Connection,
  file: File,
  manner: { job: string; as?: 'new' },
): Promise<ImportResult> {
  const fileName = file.name;
  try {
    if (file.size > importLimitBytes) throw tooLarge(file);
    const data = toBase64(new Uint8Array(await file.arrayBuffer()));
    return { file, fileName, imported: await call('imports.run', { fileName, data, ...manner }) };
  } catch (thrown) {
    return { file, fileName, error: toDatelineError(thrown) };
  }
}

function tooLarge({ name, size }: File): DatelineError {
  const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);
  return new DatelineError(
    'file-too-large',
    `“${name}” has ${megabytes(size)} MB; Dateline reads files of up to ${megabytes(importLimitBytes)} MB.`,
    'Nothing was changed. Could the pictures be smaller, or the text be in two files?',
  );
}
