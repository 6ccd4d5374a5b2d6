import * as Y from 'yjs';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { NarrativeId } from '../../core/narrative/meta';
import type { Versions } from '../../storage/versions';

/**
 * The newest kept version that a copy of a shared document grew from: all that was written in it by then is in the copy,
 * too. Null where no kept version is.
 */
export async function baseOfCopy(
  id: NarrativeId,
  yjs: string,
  versions: Pick<Versions, 'list' | 'read'>,
): Promise<NarrativeFile | null> {
  const copy = clocksOf(yjs);
  for (const version of await versions.list(id)) {
    const kept = await versions.read(id, version);
    if (kept && isWithin(clocksOf(kept.yjs), copy)) return kept;
  }
  return null;
}

type Clocks = ReadonlyMap<number, number>;

function clocksOf(yjs: string): Clocks {
  const update = Buffer.from(yjs, 'base64');
  return Y.decodeStateVector(Y.encodeStateVectorFromUpdateV2(update));
}

const isWithin = (one: Clocks, other: Clocks): boolean =>
  [...one].every(([client, clock]) => (other.get(client) ?? 0) >= clock);
