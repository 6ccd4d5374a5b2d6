import { readFile } from 'node:fs/promises';
import { Low } from 'lowdb';
import { DatelineError } from '../core/api/errors';
import type { Notice } from '../core/api/shapes';
import type { NarrativeFile } from '../core/format/narrativeFile';
import type { NarrativeId } from '../core/narrative/meta';
import { countNarrativeWords, narrativeHeading } from '../core/narrative/partState';
import { summarise } from '../core/narrative/summary';
import { orNullIfMissing } from './diskErrors';
import { DurableJsonAdapter, type Recovery } from './durableJsonAdapter';
import type { LibraryParts } from './libraryParts';
import { narrativeCodec, type StoredNarrative } from './narrativeCodec';
import { toSpokenTime } from './timeStamp';

/** Stores a narrative under the id in its meta. */
export type SaveCopy = (file: NarrativeFile) => Promise<void>;

/** One narrative's file with all that guards it: previous generation, backups, and a watch for strangers. */
export class NarrativeRecord {
  readonly id: NarrativeId;
  readonly adapter: DurableJsonAdapter<StoredNarrative>;
  readonly #parts: LibraryParts;
  readonly #saveCopy: SaveCopy;
  #notices: Notice[] = [];
  #holders = 0;
  #wasHeld = false;
  /** Read or written since it is held, so that the window that holds it has that text. */
  #isShown = false;
  #isWritten = false;
  #callsUnderWay = 0;

  constructor(id: NarrativeId, parts: LibraryParts, saveCopy: SaveCopy) {
    this.id = id;
    this.#parts = parts;
    this.#saveCopy = saveCopy;
    this.adapter = new DurableJsonAdapter({
      path: parts.layout.narrative(id),
      codec: narrativeCodec,
      known: parts.index.entries.get(id),
      backups: () => parts.backups.texts(id),
      keepDamaged: (recovery) => this.#keepDamaged(recovery),
      keepForeign: (text) => this.#keepForeign(text),
    });
  }

  /** True while a window shows our text, or may do so: an outside change must then not take its place. */
  get isInUse(): boolean {
    return this.#isShown || (this.#isWritten && !this.#wasHeld);
  }

  /** True when this process wrote the last text, so that it may stand nowhere else. */
  get isWritten(): boolean {
    return this.#isWritten;
  }

  get isIdle(): boolean {
    return this.#holders === 0 && this.#callsUnderWay === 0;
  }

  hold(): () => void {
    let isHeld = true;
    this.#holders += 1;
    this.#wasHeld = true;
    return () => {
      if (isHeld) this.#holders -= 1;
      isHeld = false;
      this.#isShown = this.#isShown && this.#holders > 0;
    };
  }

  /** Runs a task while nothing else touches the file. */
  exclusively<R>(task: () => Promise<R>): Promise<R> {
    return this.#busy(() => this.adapter.exclusively(task));
  }

  /** Throws `narrative-gone`, `file-damaged` or `file-from-future`. */
  read(): Promise<StoredNarrative> {
    return this.#busy(async () => {
      // Reading theirs would make it look like ours, and the window's next save would then replace it unseen.
      if (this.#isShown) await this.adapter.exclusively(() => this.keepBoth());
      // Not through Low, which answers its default where a missing file has to be an error.
      const found = await this.adapter.read();
      if (found === null) throw goneError();
      this.#isShown = this.#holders > 0;
      const stored = this.underOwnId(found);
      if (stored.migratedFrom !== null) await this.backUp();
      this.noteSummary(stored.file);
      return stored;
    });
  }

  write(file: NarrativeFile): Promise<string> {
    return this.#busy(async () => {
      const savedAt = this.#parts.ports.now().toISOString();
      const db = new Low<StoredNarrative>(this.adapter, { file, savedAt, migratedFrom: null });
      // Nothing may be awaited before this call, or an earlier text could overtake a later one.
      const written = db.write();
      // Queued right behind, so that what this write replaced is still the previous generation.
      const backedUp = this.adapter.exclusively(() => written.then(() => this.#backUpReplaced()));
      await Promise.all([written, backedUp]);
      this.#isWritten = true;
      this.#isShown = this.#holders > 0;
      this.noteSummary(file);
      return savedAt;
    });
  }

  /**
   * Puts ours back where somebody else wrote, and keeps theirs as a copy; false when there was nothing to do.
   * A text that cannot be read may be half of a copy that still runs; the next save keeps whatever it is then.
   * Call it exclusively.
   */
  async keepBoth(): Promise<boolean> {
    const text = await this.adapter.foreignText();
    if (text === null || decodeOrNull(text) === null) return false;
    await this.adapter.putBack();
    this.#parts.index.noteStamp(this.id, this.adapter.stamp);
    return true;
  }

  /** Keeps the present file as a backup; does nothing when there is none. */
  async backUp(): Promise<void> {
    await this.#addBackup(await readText(this.adapter.path));
  }

  /** Keeps the last text this process wrote as a backup. */
  async backUpLastText(): Promise<void> {
    await this.#addBackup(this.adapter.lastText);
    this.#isWritten = false;
  }

  noteSummary(file: NarrativeFile): void {
    const { stamp } = this.adapter;
    if (stamp) this.#parts.index.set(summarise(file), stamp);
  }

  /** A file that was copied by hand says the id of its original; its own name is what counts. */
  underOwnId(stored: StoredNarrative): StoredNarrative {
    if (stored.file.meta.id === this.id) return stored;
    return { ...stored, file: { ...stored.file, meta: { ...stored.file.meta, id: this.id } } };
  }

  /** What happened to this file since it was last asked. */
  takeNotices(): Notice[] {
    const taken = this.#notices;
    this.#notices = [];
    return taken;
  }

  async #busy<R>(task: () => Promise<R>): Promise<R> {
    this.#callsUnderWay += 1;
    try {
      return await task();
    } finally {
      this.#callsUnderWay -= 1;
    }
  }

  async #addBackup(text: string | null): Promise<void> {
    if (text !== null) this.#parts.index.noteBackup(await this.#parts.backups.add(this.id, text));
  }

  /** The narrative itself is safe by now, so a backup that fails is told of but does not fail the save. */
  async #backUpReplaced(): Promise<void> {
    try {
      if (await this.#parts.backups.isDue(this.id)) {
        await this.#addBackup(await readText(`${this.adapter.path}.prev`));
      }
    } catch (thrown) {
      const cause =
        thrown instanceof DatelineError && thrown.code === 'disk-full' ? ': the disk is full' : '';
      this.#tell({ kind: 'left-alone', message: `Saved, but no backup could be kept${cause}.` });
    }
  }

  async #keepDamaged({ value, source }: Recovery<StoredNarrative>): Promise<void> {
    const { file, savedAt } = value;
    const where = await this.#parts.kept.keep(this.adapter.path);
    const when = toSpokenTime(new Date(savedAt), this.#parts.ports.now());
    const version = source === 'previous' ? 'the version saved' : 'a backup of the version saved';
    this.#tell({
      kind: source === 'previous' ? 'recovered' : 'restored-backup',
      message:
        `The file of “${narrativeHeading(file.content, file.meta.name)}” was damaged. Dateline opened ${version} ` +
        `at ${when}, with all its ${countNarrativeWords(file.content)} words. The damaged file is kept as ${where}.`,
    });
  }

  async #keepForeign(text: string): Promise<void> {
    const copy = decodeOrNull(text);
    if (copy === null) {
      const where = await this.#parts.kept.keep(this.adapter.path);
      const message = `This file was changed outside Dateline into something it cannot read. That is kept as ${where}.`;
      this.#tell({ kind: 'changed-outside', message });
      return;
    }
    const { meta, content } = copy.file;
    const copyId = this.#parts.ports.newId();
    const name = `${narrativeHeading(content, meta.name).slice(0, 180)} (changed outside)`;
    await this.#saveCopy({ ...copy.file, meta: { ...meta, id: copyId, name } });
    this.#tell({
      kind: 'changed-outside',
      message: 'This file was changed outside Dateline. Both are kept. Compare them.',
      copyId,
    });
  }

  #tell(notice: Notice): void {
    this.#notices.push(this.#parts.board.add({ ...notice, narrativeId: this.id }));
  }
}

function readText(path: string): Promise<string | null> {
  return orNullIfMissing(readFile(path, 'utf8'));
}

/** A narrative's file that can be read, or null. */
export function decodeOrNull(text: string): StoredNarrative | null {
  try {
    return narrativeCodec.decode(text);
  } catch (thrown) {
    if (thrown instanceof DatelineError) return null;
    throw thrown;
  }
}

export function goneError(): DatelineError {
  return new DatelineError(
    'narrative-gone',
    'This narrative is not in the library any more.',
    'Look in the trash. What is in this window can still be saved as a copy.',
  );
}
