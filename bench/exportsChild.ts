import { z } from 'zod';
import { exportFormats } from '../core/api/shapes';
import { exportAs, newExporter, pdfDocument, withOneLetter } from './pdfDocument';
import { median, timed } from './statistics';

/* Measures one export in a process of its own, as somebody meets it who exports once. */

const asked = z
  .object({ size: z.enum(['small', 'large']), format: z.enum(exportFormats), edits: z.int().min(0) })
  .parse(JSON.parse(process.argv[2] ?? ''));
const { ms: prepared, value: document } = await timed(() => pdfDocument(asked.size));
const exporter = newExporter();

/** Runs work while a timer watches this thread, and says for how long the thread answered nobody at most. */
async function watched<T>(work: () => Promise<T>): Promise<{ pause: number; value: T }> {
  let [last, pause] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    // Timers come after a millisecond at the earliest.
    pause = Math.max(pause, now - last - 1);
    last = now;
  }, 1);
  try {
    return { value: await work(), pause };
  } finally {
    clearInterval(timer);
  }
}

async function measurePreviews(): Promise<number[]> {
  const times: number[] = [];
  for (let edit = 0; edit < asked.edits; edit += 1) {
    const edited = withOneLetter(document, asked.size === 'small' ? 'release' : 'plan', edit);
    times.push((await timed(() => exporter.preview(edited, 1))).ms);
  }
  // The first ones still meet cold caches.
  return times.slice(2);
}

await exportAs(exporter, document, asked.format);
/** Counted from the start of the process, without making up the narrative. */
const fresh = performance.now() - prepared;
/** What the machine itself takes from this thread while it has nothing to do. */
const idle = (await watched(() => new Promise((done) => setTimeout(done, 500)))).pause;
const again = await timed(() => watched(() => exportAs(exporter, document, asked.format)));
const pauses = [again.value.pause];
for (let round = 0; round < 2; round += 1)
  pauses.push((await watched(() => exportAs(exporter, document, asked.format))).pause);
const previews = asked.format === 'pdf' ? await measurePreviews() : [];
await exporter.close();
process.stdout.write(JSON.stringify({ fresh, again: again.ms, idle, pause: median(pauses), previews }));
