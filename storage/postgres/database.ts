import pg from 'pg';
import { z } from 'zod';
import { DatelineError } from '../../core/api/errors';
import { jsonOrNull } from '../../core/json/jsonOrNull';
import { migrations } from './migrations';

/** Runs one statement; values never become part of its text. Throws `unreachable` while the database is away. */
export type Query = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** What processes over one database tell each other. */
const noticeSchema = z.object({
  /** The process that tells it. */
  by: z.string().max(100),
  what: z.enum(['written', 'trashed', 'restored', 'erased', 'team']),
  /** The narrative it is about; '' for the team. */
  id: z.string().max(200),
});
export type DatabaseNotice = z.infer<typeof noticeSchema>;

/** What somebody who listens does; it rejects where it has to be done again. */
export interface DatabaseHearing {
  onNotice: (notice: DatabaseNotice) => Promise<void>;
  onHearing: () => Promise<void>;
}

const channel = 'dateline';
/** Any number of our own, so that two processes never change the tables at once. */
const migrationLock = 4_400_117;
/** A process has two of these pools and Postgres usually takes 100 connections, so that several fit. */
const connectionsAtMost = 5;
/** Longer waits are told as an answer that did not come, in milliseconds. */
const patienceMs = 10_000;
const firstPauseMs = 250;
const longestPauseMs = 5000;

/** A Postgres database that holds a library and its team, for any number of processes. */
export class Database {
  readonly #url: string;
  readonly #pool: pg.Pool;

  /** Brings the tables to what this build knows. Throws `unreachable`, or `file-from-future` for tables of a newer one. */
  static async open(url: string): Promise<Database> {
    const database = new Database(url);
    try {
      await database.#migrate();
      return database;
    } catch (thrown) {
      await database.close();
      throw thrown;
    }
  }

  private constructor(url: string) {
    this.#url = url;
    this.#pool = new pg.Pool({
      connectionString: url,
      max: connectionsAtMost,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    });
    // A connection that breaks while nobody uses it would end the process; the next query finds out by itself.
    this.#pool.on('error', ignore);
    // The pool itself watches only those that nobody uses, and one may break in the moment in which it is given out.
    this.#pool.on('connect', (client) => void client.on('error', ignore));
  }

  readonly query: Query = async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    try {
      return (await this.#pool.query<Row>(text, [...values])).rows;
    } catch (thrown) {
      throw toDatabaseError(thrown);
    }
  };

  /** Does all of it or nothing; resolves once it is durable. */
  async transaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((thrown: unknown) => {
      throw toDatabaseError(thrown);
    });
    let isBroken = false;
    try {
      await client.query('begin');
      const done = await work(async <Row extends object>(text: string, values: readonly unknown[] = []) => {
        return (await client.query<Row>(text, [...values])).rows;
      });
      await client.query('commit');
      return done;
    } catch (thrown) {
      await client.query('rollback').catch(() => {
        isBroken = true;
      });
      throw toDatabaseError(thrown);
    } finally {
      client.release(isBroken);
    }
  }

  /**
   * Hears what other processes tell, with a connection of its own that comes back by itself. `onHearing` is called
   * whenever that begins, the first time too, as what was told before is missed; also after one of the two rejected,
   * since what could not be followed then nobody tells again. Returns what ends it.
   */
  listen(hear: DatabaseHearing): () => Promise<void> {
    let client: pg.Client | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = firstPauseMs;
    let hasEnded = false;

    const again = () => {
      client = null;
      if (hasEnded) return;
      clearTimeout(timer);
      timer = setTimeout(() => void begin(), pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    };
    const begin = async () => {
      const own = new pg.Client({
        connectionString: this.#url,
        connectionTimeoutMillis: patienceMs,
        keepAlive: true,
      });
      client = own;
      own.on('error', ignore);
      own.on('end', again);
      own.on('notification', ({ payload }) => {
        const notice = noticeSchema.safeParse(jsonOrNull(payload ?? null));
        if (notice.success) hear.onNotice(notice.data).catch(() => own.end().catch(ignore));
      });
      try {
        await own.connect();
        await own.query(`listen ${channel}`);
        if (hasEnded) return;
        await hear.onHearing();
        pauseMs = firstPauseMs;
      } catch {
        // Its end is heard above where it had begun; one that never began has none.
        await own.end().catch(() => undefined);
        if (client === own) again();
      }
    };
    void begin();
    return async () => {
      hasEnded = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  #migrate(): Promise<void> {
    return this.transaction(async (query) => {
      await query('select pg_advisory_xact_lock($1)', [migrationLock]);
      await query('create table if not exists dateline_schema (version int not null)');
      const [row] = await query<{ version: number }>('select version from dateline_schema');
      const version = row?.version ?? 0;
      if (version > migrations.length) throw fromNewer();
      for (const step of migrations.slice(version)) await query(step);
      await query('delete from dateline_schema');
      await query('insert into dateline_schema (version) values ($1)', [migrations.length]);
    });
  }
}

function ignore(): void {}

/** Tells the other processes, once the transaction that it belongs to is durable. */
export async function tellOthers(query: Query, notice: DatabaseNotice): Promise<void> {
  await query('select pg_notify($1, $2)', [channel, JSON.stringify(notice)]);
}

/** Whether a statement failed because something of that kind is there already. */
export function isTaken(thrown: unknown): boolean {
  return codeOf(thrown) === '23505';
}

/** Of the database itself, or of the network to it. */
const awayCodes = /^(08|57P|53)|^E(CONN|PIPE|TIMEDOUT|HOST|NET|NOTFOUND|AI_AGAIN)/;
/** A wrong name or password, a database that is not there, or one that this name may not use. */
const closedDoors = /^(28|3D000|42501)/;
const awayMessages = /Connection terminated|timeout|not queryable|Client was closed/i;

function toDatabaseError(thrown: unknown): unknown {
  if (thrown instanceof DatelineError) return thrown;
  const code = codeOf(thrown);
  const message = thrown instanceof Error ? thrown.message : '';
  if (closedDoors.test(code)) return notLetIn();
  if (!awayCodes.test(code) && !awayMessages.test(message)) return thrown;
  return new DatelineError(
    'unreachable',
    'The team’s database does not answer at the moment.',
    'Your words are safe in this window and are sent again by themselves.',
  );
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
}

function notLetIn(): DatelineError {
  return new DatelineError(
    'unreachable',
    'The team’s database does not let this server in.',
    'Look at the name, the password and the database in DATABASE_URL. Nothing was changed.',
  );
}

function fromNewer(): DatelineError {
  return new DatelineError(
    'file-from-future',
    'This database was made by a newer Dateline, so it was left as it is.',
    'Update this server to the version that the others run.',
  );
}
