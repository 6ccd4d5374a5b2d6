import type { Worker } from 'node:worker_threads';
import { DatelineError } from '../../core/api/errors';
import type { GrammarFinding } from '../../core/api/shapes';
import type { PartKey } from '../../core/narrative/parts';
import type { RichDoc } from '../../core/narrative/richText';
import { startWorker } from '../workers/startWorker';
import { grammarLines } from './grammarLines';
import type { GrammarReply, GrammarRequest } from './grammarMessages';

interface GrammarSettings {
  part: PartKey;
  /** Words that are spelt as they should be. */
  dictionary: string[];
  /** Language tag of the narrative; it says whose English is meant. */
  language: string;
}

/** Spelling and grammar of English texts. Nothing is started before somebody asks, and nothing leaves the machine. */
export interface Grammar {
  check(doc: RichDoc, about: GrammarSettings): Promise<GrammarFinding[]>;
  close(): Promise<void>;
}

interface Waiting {
  resolve: (findings: GrammarFinding[]) => void;
  reject: (thrown: unknown) => void;
}

/** Grammar in a worker thread: its dictionary takes seconds to be read in, which must delay nobody's saving. */
export function createGrammar(options: {
  workers: URL | string;
  report: (thrown: unknown) => void;
}): Grammar {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastRequest = 0;

  function start(): Worker {
    const started = startWorker(options.workers, 'grammarWorker', {});
    started.unref();
    started.on('message', ({ request, findings }: GrammarReply) => {
      waiting.get(request)?.resolve(findings);
      waiting.delete(request);
    });
    started.on('error', options.report);
    // The next question starts a new one.
    started.on('exit', () => {
      if (worker === started) worker = null;
      for (const { reject } of waiting.values()) reject(grammarStopped());
      waiting.clear();
    });
    return started;
  }

  return {
    check(doc, { part, dictionary, language }) {
      const lines = grammarLines(doc, part);
      if (lines.length === 0) return Promise.resolve([]);
      const request = ++lastRequest;
      return new Promise((resolve, reject) => {
        waiting.set(request, { resolve, reject });
        worker ??= start();
        worker.postMessage({ request, part, lines, dictionary, language } satisfies GrammarRequest);
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}

function grammarStopped(): DatelineError {
  return new DatelineError(
    'internal',
    'Grammar and spelling could not be looked at.',
    'Your words are safe. Try again.',
  );
}
