import { afterAll, beforeAll } from 'vitest';
import { createExporter, type Exporter } from '../../../host/exporters/exportNarrative';
import { bundledWorkers } from '../../workers';
import { templates } from '../newHost';

/** Runs an export that nobody stops and nobody watches. */
export const idle = { signal: new AbortController().signal, progress: () => undefined };

/** One exporter for all tests of a file, asked for when a test runs. */
export function startExporter(): () => Exporter {
  let exporter: Exporter;
  beforeAll(async () => {
    exporter = createExporter({ templates, workers: await bundledWorkers() });
  }, 60_000);
  afterAll(() => exporter.close());
  return () => exporter;
}
