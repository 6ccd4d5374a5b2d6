import {
  decodeNarrativeFile,
  encodeNarrativeFile,
  type NarrativeFile,
} from '../../core/format/narrativeFile';
import { type NarrativeId, type NarrativeMeta, narrativeIdSchema } from '../../core/narrative/meta';
import { goneError } from '../narrativeRecord';
import { notInTrash } from '../trash';
import { type Database, type DatabaseNotice, type Query, tellOthers } from './database';
import { mergeFiles } from './mergeFiles';

/** A narrative as the database has it. */
export interface NarrativeRow {
  file: NarrativeFile;
  /** Counts its writes by all processes. */
  revision: string;
  trashedAt: Date | null;
}

/** What a process had of a narrative when it last was in step with the database. */
export interface KnownNarrative {
  meta: NarrativeMeta;
  revision: string;
}

/** A narrative after a write; `isAhead` where it holds what others wrote meanwhile. */
export interface WrittenNarrative {
  file: NarrativeFile;
  revision: string;
  isAhead: boolean;
}

interface Row {
  body: string;
  revision: string;
  trashed_at: Date | null;
}

/** The narratives in a database. Whoever writes one merges with what is there, and no write is lost to another. */
export class NarrativeRows {
  readonly #database: Database;
  readonly #self: string;

  constructor(database: Database, self: string) {
    this.#database = database;
    this.#self = self;
  }

  /** Every narrative there is, without its text. */
  async states(): Promise<{ id: NarrativeId; revision: string; isTrashed: boolean }[]> {
    const text = 'select id, revision, trashed_at is not null as is_trashed from narratives';
    const rows = await this.#database.query<{ id: string; revision: string; is_trashed: boolean }>(text);
    return rows.map(({ id, revision, is_trashed: isTrashed }) => ({
      ...{ id: narrativeIdSchema.parse(id), revision, isTrashed },
    }));
  }

  /** The text of its file as it is, also where this build cannot read it. */
  async text(id: NarrativeId): Promise<{ body: string; revision: string; trashedAt: Date | null } | null> {
    const [row] = await this.#database.query<Row>(`${selectRow} where id = $1`, [id]);
    return row ? { body: row.body, revision: row.revision, trashedAt: row.trashed_at } : null;
  }

  /** Throws as reading a file does, where this build cannot. */
  async read(id: NarrativeId): Promise<NarrativeRow | null> {
    const row = await this.text(id);
    return row && { file: toFile(row.body), revision: row.revision, trashedAt: row.trashedAt };
  }

  /**
   * Makes a narrative durable together with what others wrote since it was `known`; null for a new one. Throws
   * `narrative-gone` for one that another process put away or erased.
   */
  write(file: NarrativeFile, known: KnownNarrative | null, now: Date): Promise<WrittenNarrative> {
    const { id } = file.meta;
    const savedAt = now.toISOString();
    return this.#database.transaction(async (query) => {
      await this.#tell(query, 'written', id);
      if (known === null) {
        const insert = `insert into narratives (id, body, saved_at) values ($1, $2, $3)
          on conflict (id) do nothing returning revision`;
        const [added] = await query<Row>(insert, [id, encodeNarrativeFile(file, savedAt), savedAt]);
        if (added) return { file, revision: added.revision, isAhead: false };
      }
      const [row] = await query<Row>(`${selectRow} where id = $1 for update`, [id]);
      if (!row || row.trashed_at !== null) throw goneError();
      const theirs = toFile(row.body);
      const merged = mergeFiles(theirs, file, known?.meta ?? theirs.meta);
      const update = `update narratives set body = $2, saved_at = $3, revision = revision + 1
        where id = $1 returning revision`;
      const [written] = await query<Row>(update, [id, encodeNarrativeFile(merged, savedAt), savedAt]);
      const revision = written?.revision ?? row.revision;
      return { file: merged, revision, isAhead: row.revision !== known?.revision };
    });
  }

  /** Throws `narrative-gone` when it is not there, or put away already. */
  async trash(id: NarrativeId, now: Date): Promise<void> {
    const text = 'update narratives set trashed_at = $2 where id = $1 and trashed_at is null returning id';
    if (!(await this.#change('trashed', text, [id, now]))) throw goneError();
  }

  /** Throws `not-found` when it is not in the trash. */
  async restore(id: NarrativeId): Promise<void> {
    const text =
      'update narratives set trashed_at = null where id = $1 and trashed_at is not null returning id';
    if (!(await this.#change('restored', text, [id]))) throw notInTrash();
  }

  /** Throws `not-found` when it is not in the trash. */
  async erase(id: NarrativeId): Promise<void> {
    await this.#database.transaction(async (query) => {
      const text = 'delete from narratives where id = $1 and trashed_at is not null returning id';
      if ((await query(text, [id])).length === 0) throw notInTrash();
      await query('delete from version_files where narrative = $1', [id]);
      await this.#tell(query, 'erased', id);
    });
  }

  /** Whether there was something to change. */
  #change(what: DatabaseNotice['what'], text: string, values: [NarrativeId, ...unknown[]]): Promise<boolean> {
    return this.#database.transaction(async (query) => {
      const changed = await query(text, values);
      await this.#tell(query, what, values[0]);
      return changed.length > 0;
    });
  }

  #tell(query: Query, what: DatabaseNotice['what'], id: NarrativeId): Promise<void> {
    return tellOthers(query, { by: this.#self, what, id });
  }
}

const selectRow = 'select body, revision, trashed_at from narratives';

function toFile(body: string): NarrativeFile {
  const { meta, content, yjs, review } = decodeNarrativeFile(body);
  return { meta, content, yjs, review };
}
