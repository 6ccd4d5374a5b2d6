import { realpath } from 'node:fs/promises';
import type { ExportedFolder } from '../../../core/export/folder/exportFolder';
import type { NarrativeId } from '../../../core/narrative/meta';
import { removeLeftovers } from '../../../storage/durableFile';
import type { Mirror } from '../../../storage/mirrors';
import { exportForFolder } from '../exportForFolder';
import { carryOut, type FolderPlan, planFolder } from '../folderPlan';
import { readFolderTexts, toFolderError } from '../folderTexts';
import { wantedFiles } from '../wantedFiles';
import { aboutToWrite, asWritten, knownFiles } from './mirrorPlan';
import type { MirrorPorts } from './mirrorPorts';
import { takeOutsideEdits } from './takeOutsideEdits';

/**
 * Brings a folder and its narrative together: what others wrote becomes changes to review, then what is ours is
 * written. A file that somebody changed is not written before that is settled. Throws `not-found`, `read-only` or
 * `disk-full`; whatever happens, the next call goes on from there.
 */
export async function syncMirror(id: NarrativeId, ports: MirrorPorts): Promise<void> {
  const stored = await ports.store.mirrors.read(id);
  if (!stored) return;
  const root = await openRoot(stored.folder);
  await removeLeftovers(root);
  const texts = await readFolderTexts(root);
  const looked = await takeOutsideEdits(stored, texts, ports);
  const { mirror, released } = await release(looked, ports);
  if (mirror !== stored) await ports.store.mirrors.write(mirror);
  const file = await ports.narratives.peek(id);
  await writeOut(
    { root, mirror, released, exported: await exportForFolder(file, mirror.names, ports) },
    ports,
  );
}

/** Nothing outside is touched: `looked` holds what others changed, and everything else may be written. */
interface Writing {
  root: string;
  mirror: Mirror;
  /** Files that others changed and that are settled now, with their hashes. */
  released: ReadonlyMap<string, string>;
  exported: ExportedFolder;
}

async function writeOut({ root, mirror, released, exported }: Writing, ports: MirrorPorts): Promise<void> {
  const wanted = wantedFiles(exported, ports.store).filter(({ path }) => !isWaiting(mirror, path));
  const known = new Map(knownFiles(mirror));
  for (const [path, hash] of released) known.set(path, new Set([...(known.get(path) ?? []), hash]));
  for (const path of Object.keys(mirror.held)) if (isWaiting(mirror, path)) known.delete(path);
  const plan = await planFolder(root, wanted, known);
  tellOfPlan(mirror, plan, ports);
  const kept = new Set([...plan.foreign, ...plan.blocked]);
  const settled = new Set(wanted.map(({ path }) => path).filter((path) => !kept.has(path)));
  const started = withForeign(aboutToWrite(mirror, exported, settled), plan);
  const isChange = plan.write.length + plan.remove.length > 0;
  if (isChange) await ports.store.mirrors.write(started);
  await carryOut(root, plan);
  const finished = asWritten(started, exported, plan.remove);
  if (isChange || JSON.stringify(finished) !== JSON.stringify(mirror))
    await ports.store.mirrors.write(finished);
}

/** The folder without links; one that is gone is not made again, since its disk may only be away. */
async function openRoot(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (thrown) {
    throw toFolderError(thrown, folder);
  }
}

/** Files whose suggestions are all decided, or that said nothing new, are ours to write again. */
async function release(
  mirror: Mirror,
  ports: MirrorPorts,
): Promise<{ mirror: Mirror; released: Map<string, string> }> {
  const released = new Map<string, string>();
  if (Object.keys(mirror.held).length === 0) return { mirror, released };
  const open = await ports.undecided(mirror.id);
  const held: Mirror['held'] = {};
  for (const [path, entry] of Object.entries(mirror.held)) {
    const isSettled = entry.reason === '' && entry.suggestions.every((suggestion) => !open.has(suggestion));
    if (isSettled && entry.hash !== null) released.set(path, entry.hash);
    else held[path] = entry;
  }
  return { mirror: released.size === 0 ? mirror : { ...mirror, held }, released };
}

/** A text that was looked at waits for its suggestions; what could not be read is tried again each time. */
const isWaiting = ({ held }: Mirror, path: string) => (held[path]?.hash ?? null) !== null;

/** What stands in the way of a file of ours without being a text that could be taken. */
function withForeign(mirror: Mirror, plan: FolderPlan): Mirror {
  const waiting = Object.entries(mirror.held).filter(([path]) => isWaiting(mirror, path));
  const entries = standingInTheWay(plan).map((path) => [
    path,
    mirror.held[path] ?? { hash: null, suggestions: [], reason: inTheWay(path) },
  ]);
  return { ...mirror, held: Object.fromEntries([...waiting, ...entries]) };
}

/** A text that was changed just now is not among them: it is read when its change is noticed. */
const standingInTheWay = ({ foreign, blocked }: FolderPlan) => [
  ...foreign.filter((path) => !path.endsWith('.md')),
  ...blocked,
];

const inTheWay = (path: string) => `“${path}” was changed by somebody else.`;

function tellOfPlan(mirror: Mirror, plan: FolderPlan, { tell }: MirrorPorts): void {
  const { id } = mirror;
  const gone = plan.gone.filter((path) => path.endsWith('.md'));
  if (gone.length > 0) {
    const names = gone.map((path) => `“${path}”`).join(', ');
    const message = `${names} was missing in the folder of this narrative, and was written again.`;
    tell({ kind: 'changed-outside', message, narrativeId: id });
  }
  for (const path of standingInTheWay(plan).filter((one) => mirror.held[one] === undefined)) {
    const message = `${inTheWay(path)} It stays as it is, and the narrative too.`;
    tell({ kind: 'left-alone', message, narrativeId: id });
  }
}
