import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { DatelineError } from '../core/api/errors';
import { type ContentVersion, contentVersion, contentVersionSchema } from '../core/format/contentVersion';
import { decodeNarrativeFile, encodeNarrativeFile, type NarrativeFile } from '../core/format/narrativeFile';
import type { NarrativeId } from '../core/narrative/meta';
import { countNarrativeWords } from '../core/narrative/partState';
import type { KeepingReason, VersionEntry, VersionEntryId } from '../core/review/versions/versionEntry';
import { orNullIfMissing, toDiskError } from './diskErrors';
import { readStamp, removeLeftovers, writeDurably } from './durableFile';
import type { Layout } from './layout';
import { createQueue, mapBounded } from './queue';
import { type ReadMark, ReadMarks } from './readMarks';
import { VersionEntries } from './versionEntries';
import { chooseVersionsToKeep } from './versionPlan';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const largestVersion = 512 * 1024 * 1024;
const ending = '.json.gz';

/**
 * Narratives as they stood, named by what they said, with the timeline of when and why each was kept: what people go back
 * to, and what a file that comes back is compared with. Needs no lock, since a content never changes once it is
 * written and each entry is a file of its own.
 */
export class Versions {
  readonly #layout: Layout;
  readonly #now: () => Date;
  readonly #entries: VersionEntries;
  readonly #marks: ReadMarks;
  readonly #queue = createQueue();

  constructor(layout: Layout, now: () => Date) {
    this.#layout = layout;
    this.#now = now;
    this.#entries = new VersionEntries(layout);
    this.#marks = new ReadMarks(layout);
  }

  /**
   * Keeps a content with its reason. What is the newest entry already, for the same reason, is not added again; nor is
   * one kept by itself whose content is the newest whatever the reason.
   */
  keep(file: NarrativeFile, why: KeepingReason): Promise<VersionEntry> {
    return this.#write(async () => {
      const { id } = file.meta;
      const version = contentVersion(file.content);
      if ((await this.read(id, version)) === null) await this.#writeContent(file, version);
      const newest = (await this.#entries.list(id))[0];
      if (newest?.version === version && (why.reason === 'session' || isSame(newest, why))) return newest;
      const entry = await this.#entries.add(id, { ...describe(file), ...why, version, at: this.#stamp() });
      await this.#thinOut(id, entry);
      return entry;
    });
  }

  /** Null when there is none, or none that can be read. */
  async read(id: NarrativeId, version: ContentVersion): Promise<NarrativeFile | null> {
    const path = this.#layout.version(id, version);
    return (await readStamp(path)) === null ? null : readVersion(path);
  }

  /** The timeline, newest first. A content of which nobody knows why it was kept left as a file before there was one. */
  async entries(id: NarrativeId): Promise<VersionEntry[]> {
    const known = await this.#knownEntries(id);
    if (known.unknown.length === 0) return known.entries;
    // One that is being kept right now has its entry in a moment.
    return this.#write(async () => {
      const { entries, unknown } = await this.#knownEntries(id);
      const found = await mapBounded(unknown, 4, ([version, at]) => this.#noteUnknown(id, version, at));
      const added = found.filter((entry) => entry !== null);
      return [...entries, ...added].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    });
  }

  /** Every content once, the one that was kept last first. */
  async list(id: NarrativeId): Promise<ContentVersion[]> {
    return [...new Set((await this.entries(id)).map(({ version }) => version))];
  }

  /** Gives an entry a name, which keeps it for good. Null when it is not there any more. */
  rename(id: NarrativeId, entryId: VersionEntryId, name: string): Promise<VersionEntry | null> {
    return this.#write(async () => {
      const entry = await this.#entries.read(id, entryId);
      if (entry === null) return null;
      const reason = entry.reason === 'session' ? 'named' : entry.reason;
      const renamed: VersionEntry = { ...entry, reason, name };
      await this.#entries.replace(id, renamed);
      return renamed;
    });
  }

  /** What somebody read last; null where they never did. */
  async lastRead(id: NarrativeId, by: string): Promise<ReadMark | null> {
    return (await this.#marks.list(id)).find((mark) => mark.by === by) ?? null;
  }

  /** Keeps a content and notes that somebody has read it. */
  async markRead(file: NarrativeFile, by: string): Promise<void> {
    const { version } = await this.keep(file, { reason: 'session', name: '', by });
    const { id, draft } = file.meta;
    await this.#write(() => this.#marks.set(id, { by, version, draft, at: this.#stamp() }));
  }

  async removeAll(id: NarrativeId): Promise<void> {
    await rm(this.#layout.versionsOf(id), { recursive: true, force: true });
  }

  /** Removes what a process left that was killed while it kept a version. */
  async clearLeftovers(): Promise<void> {
    const { versions } = this.#layout;
    const names = (await orNullIfMissing(readdir(versions))) ?? [];
    await mapBounded(names, 32, (name) => removeLeftovers(join(versions, name)));
  }

  /** One after another, so that nothing is thinned out while it is being kept. */
  #write<T>(task: () => Promise<T>): Promise<T> {
    return this.#queue(task).catch((thrown: unknown) => {
      throw toDiskError(thrown);
    });
  }

  async #writeContent({ meta, content, yjs }: NarrativeFile, version: ContentVersion): Promise<void> {
    await mkdir(this.#layout.versionsOf(meta.id), { recursive: true });
    // What people said about it lives in the narrative; here only its words are of use.
    const text = encodeNarrativeFile({ meta, content, yjs, review: {} }, this.#stamp());
    await writeDurably(this.#layout.version(meta.id, version), await pack(text));
  }

  /** Contents that are there, with the moment each was written. */
  async #contents(id: NarrativeId): Promise<[ContentVersion, Date][]> {
    const names = (await orNullIfMissing(readdir(this.#layout.versionsOf(id)))) ?? [];
    const versions = names
      .filter((name) => name.endsWith(ending))
      .flatMap((name) => contentVersionSchema.safeParse(name.slice(0, -ending.length)).data ?? []);
    const stats = await mapBounded(versions, 32, (version) =>
      orNullIfMissing(stat(this.#layout.version(id, version))),
    );
    return versions.flatMap((version, index): [ContentVersion, Date][] => {
      const at = stats[index]?.mtime;
      return at ? [[version, at]] : [];
    });
  }

  /** Entries whose content is there, and contents that no entry names. */
  async #knownEntries(id: NarrativeId) {
    const contents = new Map(await this.#contents(id));
    const entries = (await this.#entries.list(id)).filter(({ version }) => contents.has(version));
    for (const { version } of entries) contents.delete(version);
    return { entries, unknown: [...contents] };
  }

  async #noteUnknown(id: NarrativeId, version: ContentVersion, at: Date): Promise<VersionEntry | null> {
    const file = await this.read(id, version);
    if (file === null) return null;
    const why = { reason: 'export', name: '', by: '' } as const;
    return this.#entries.add(id, { ...describe(file), ...why, version, at: at.toISOString() });
  }

  /** A content goes with its last entry, and before it: an entry without content is left out of every list. */
  async #thinOut(id: NarrativeId, added: VersionEntry): Promise<void> {
    const entries = await this.#entries.list(id);
    const needed = new Set((await this.#marks.list(id)).map(({ version }) => version));
    const plan = chooseVersionsToKeep(entries, { now: this.#now(), needed: needed.add(added.version) });
    const kept = new Set(plan);
    const keptVersions = new Set(plan.map(({ version }) => version));
    for (const entry of entries.filter((candidate) => !kept.has(candidate))) {
      if (!keptVersions.has(entry.version))
        await rm(this.#layout.version(id, entry.version), { force: true });
      await this.#entries.remove(id, entry.id);
    }
  }

  #stamp(): string {
    return this.#now().toISOString();
  }
}

const isSame = (entry: VersionEntry, { reason, name }: KeepingReason): boolean =>
  entry.reason === reason && entry.name === name;

const describe = ({ meta, content }: NarrativeFile) => ({
  draft: meta.draft,
  words: countNarrativeWords(content),
});

/** The narrative in a version's file; null when it cannot be read. */
export async function readVersion(path: string): Promise<NarrativeFile | null> {
  try {
    const bytes = await unpack(await readFile(path), { maxOutputLength: largestVersion });
    const { meta, content, yjs, review } = decodeNarrativeFile(bytes.toString('utf8'));
    return { meta, content, yjs, review };
  } catch (thrown) {
    // The system's own codes say that the bytes are bad or gone; any of them means that it is of no use.
    if (thrown instanceof DatelineError || (thrown instanceof Error && 'code' in thrown)) return null;
    throw thrown;
  }
}
