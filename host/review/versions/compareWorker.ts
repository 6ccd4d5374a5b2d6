import { parentPort } from 'node:worker_threads';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { suggestChanges } from '../../../core/review/suggestChanges';
import { compareContents } from '../../../core/review/versions/compareContents';
import { layoutOf } from '../../../storage/layout';
import { readVersion } from '../../../storage/versions';
import type { WorkerReply, WorkerRequest } from '../../workers/workerClient';
import type { CompareAnswer, CompareOrder, CompareResult, CompareTask } from './compareProtocol';

/* Unpacking, checking and comparing two long narratives takes a moment, in which a save would have to wait. */

async function compare({ library, id, was, now }: CompareTask): Promise<CompareAnswer> {
  const layout = layoutOf(library);
  const read = async (side: CompareTask['was']): Promise<NarrativeContent | null> =>
    typeof side === 'string' ? ((await readVersion(layout.version(id, side)))?.content ?? null) : side;
  const [before, after] = [await read(was), await read(now)];
  return before && after && compareContents(before, after);
}

async function answer(order: CompareOrder): Promise<CompareResult> {
  if (order.kind === 'versions') return { kind: 'versions', answer: await compare(order.task) };
  return { kind: 'copy', suggestions: suggestChanges(order.change) };
}

parentPort?.on('message', async ({ id, task }: WorkerRequest<CompareOrder>) => {
  const reply = (message: WorkerReply<CompareResult>) => parentPort?.postMessage(message);
  try {
    reply({ id, ok: true, answer: await answer(task) });
  } catch (error) {
    reply({ id, ok: false, reason: error instanceof Error ? error.message : String(error) });
  }
});
