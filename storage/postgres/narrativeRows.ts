import {
  decodeNarrativeFile,
  encodeNarrativeFile,
  type NarrativeFile,
} from '../../core/format/narrativeFile';
import { type NarrativeId, type NarrativeMeta, narrativeIdSchema } from '../../core/narrative/meta';
import { goneError } from '../narrativeRecord';
import { type Database, type DatabaseNotice, type Query, tellOthers } from './database';
import { mergeFiles } from './mergeFiles';

/** A narrative as the database has it. */
export interface NarrativeRow {
  id: NarrativeId;
  file: NarrativeFile;
  savedAt: string;
  trashedAt: Date | null;
}

interface Row {
  id: string;
  body: string;
  saved_at: Date;
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

  async all(): Promise<NarrativeRow[]> {
    return (await this.#database.query<Row>('select * from narratives')).map(toRow);
  }

  /** A sum of each, to find out what changed; trashed ones are those that have a moment. */
  sums(): Promise<{ id: string; sum: string; trashed_at: Date | null }[]> {
    return this.#database.query('select id, md5(body) as sum, trashed_at from narratives');
  }

  async read(id: NarrativeId): Promise<NarrativeRow | null> {
    const [row] = await this.#database.query<Row>('select * from narratives where id = $1', [id]);
    return row ? toRow(row) : null;
  }

  /**
   * Makes a narrative durable together with what others wrote meanwhile, and answers both. `base` is its description as
   * it was known here before. Throws `narrative-gone` for one that another process put away.
   */
  write(file: NarrativeFile, base: NarrativeMeta | null, now: Date): Promise<NarrativeFile> {
    const { id } = file.meta;
    const savedAt = now.toISOString();
    return this.#database.transaction(async (query) => {
      const insert = `insert into narratives (id, body, saved_at) values ($1, $2, $3)
        on conflict (id) do nothing returning id`;
      const isNew = (await query(insert, [id, encodeNarrativeFile(file, savedAt), savedAt])).length > 0;
      await this.#tell(query, 'written', id);
      if (isNew) return file;
      const [row] = await query<Row>('select * from narratives where id = $1 for update', [id]);
      if (!row || row.trashed_at !== null) throw goneError();
      const { file: theirs } = toRow(row);
      const merged = mergeFiles(theirs, file, base ?? theirs.meta);
      const update = 'update narratives set body = $2, saved_at = $3 where id = $1';
      await query(update, [id, encodeNarrativeFile(merged, savedAt), savedAt]);
      return merged;
    });
  }

  async trash(id: NarrativeId, now: Date): Promise<void> {
    await this.#change('trashed', 'update narratives set trashed_at = $2 where id = $1', [id, now]);
  }

  async restore(id: NarrativeId): Promise<void> {
    await this.#change('restored', 'update narratives set trashed_at = null where id = $1', [id]);
  }

  async erase(id: NarrativeId): Promise<void> {
    await this.#database.transaction(async (query) => {
      await query('delete from narratives where id = $1', [id]);
      await query('delete from version_files where narrative = $1', [id]);
      await this.#tell(query, 'erased', id);
    });
  }

  #change(what: DatabaseNotice['what'], text: string, values: [NarrativeId, ...unknown[]]): Promise<void> {
    return this.#database.transaction(async (query) => {
      await query(text, values);
      await this.#tell(query, what, values[0]);
    });
  }

  #tell(query: Query, what: DatabaseNotice['what'], id: NarrativeId): Promise<void> {
    return tellOthers(query, { by: this.#self, what, id });
  }
}

/** Throws as reading a file does, where this build cannot. */
function toRow({ id, body, saved_at, trashed_at }: Row): NarrativeRow {
  const { meta, content, yjs, review } = decodeNarrativeFile(body);
  const file = { meta, content, yjs, review };
  return { id: narrativeIdSchema.parse(id), file, savedAt: saved_at.toISOString(), trashedAt: trashed_at };
}
