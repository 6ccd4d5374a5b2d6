import { z } from 'zod';
import type { PartKey } from '../core/narrative/parts';
import { exportAs, newExporter, pdfDocument, withOneLetter } from './pdfDocument';
import { timed } from './statistics';

/* Measures in a process of its own: the layout keeps what it learnt for as long as its process lives. */

/** Edits that are not counted, as the first ones still meet cold caches. */
const warmUps = 2;

const asked = z
  .object({ size: z.enum(['small', 'large']), edits: z.int().min(0) })
  .parse(JSON.parse(process.argv[2] ?? ''));
const { ms: prepared, value: document } = await timed(() => pdfDocument(asked.size));
const exporter = newExporter();

async function measureEdits(part: PartKey): Promise<number[]> {
  const times: number[] = [];
  for (let edit = 0; asked.edits > 0 && edit < asked.edits + warmUps; edit += 1) {
    const edited = withOneLetter(document, part, edit);
    const { ms } = await timed(() => exporter.gauge(edited));
    if (edit >= warmUps) times.push(ms);
  }
  return times;
}

const first = (await timed(() => exportAs(exporter, document, 'pdf'))).ms;
/** Counted from the start of the process, without making up the narrative. */
const fresh = performance.now() - prepared;
const warm = (await timed(() => exportAs(exporter, document, 'pdf'))).ms;
const release = await measureEdits('release');
const plan = await measureEdits('plan');
await exporter.close();
process.stdout.write(JSON.stringify({ fresh, first, warm, release, plan }));
