import { toDatelineError } from '../../../core/api/errors';
import type { NarrativeId } from '../../../core/narrative/meta';
import { emptyContent, type NarrativeContent, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import { briefSections } from '../../../core/narrative/parts';
import { sectionText } from '../../../core/narrative/plainText';
import type { Connection } from '../../client/connection';
import { leaveSession } from '../../editor/session/leftSessions';
import { type OpenSession, openSession } from '../../editor/session/openSession';
import type { SaveStatus } from '../../editor/session/session';
import { watchPage } from '../../editor/session/watchPage';
import { downloadFile } from '../../ui/downloadFile';
import { writeSectionText } from './sectionText';

export type BriefKey = (typeof briefSections)[number]['key'];
export type Answers = Readonly<Record<BriefKey, string>>;

/** Typing that rests this long is worth a file of its own, in milliseconds. */
const restMs = 500;
/** Characters before the caret that the library shows where writing goes on. */
const excerptLength = 300;

export interface BriefDraftSetup {
  connection: Connection;
  /** Null while there is no file yet. */
  id: NarrativeId | null;
  /** Told once, when the first words made a file. */
  onCreated: (id: NarrativeId) => void;
}

export interface DraftState {
  answers: Answers;
  status: SaveStatus | null;
  /** False until the answers of an existing narrative are there. */
  isReady: boolean;
}

const noAnswers: Answers = {
  customer: '',
  customerProblem: '',
  benefit: '',
  need: '',
  journey: '',
  measure: '',
};

/**
 * The six answers while they are being written. The first words create the narrative; from then on every
 * change goes through its session, which saves it.
 */
export class BriefDraft {
  readonly #setup: BriefDraftSetup;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  #id: NarrativeId | null;
  #session: OpenSession | null = null;
  #opening: Promise<OpenSession> | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  #stopWatching = () => {};

  constructor(setup: BriefDraftSetup) {
    this.#setup = setup;
    this.#id = setup.id;
    this.#state = { answers: noAnswers, status: null, isReady: setup.id === null };
    if (setup.id !== null) void this.#open().catch(() => undefined);
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  setAnswer(key: BriefKey, text: string): void {
    if (this.#session) {
      writeSectionText(this.#session.fragment('brief'), key, text);
      this.#session.rememberPlace({ part: 'brief', section: key, excerpt: text.slice(-excerptLength) });
    }
    this.#change({ answers: { ...this.#state.answers, [key]: text } });
    if (this.#session) return;
    this.#change({ status: { kind: 'unsaved' } });
    clearTimeout(this.#rest);
    if (hasWords(this.#state.answers))
      this.#rest = setTimeout(() => void this.#open().catch(() => undefined), restMs);
  }

  /** Everything written so far, durable; creates the narrative when nobody wrote a word yet. */
  async settle(): Promise<NarrativeId> {
    clearTimeout(this.#rest);
    const session = await this.#open();
    await session.flush();
    return session.id;
  }

  /** Tries again what failed. */
  readonly retry = (): void => void this.settle().catch(() => undefined);

  /** A copy outside the library, for when the library cannot be written. */
  readonly saveCopy = (): void => {
    if (this.#session)
      downloadFile('New narrative, copy.dateline', 'application/json', this.#session.encodeCopy());
    else downloadFile('New narrative, copy.md', 'text/markdown', toMarkdown(this.#state.answers));
  };

  /** The narrative as far as it is written, for the guide. */
  content(): NarrativeContent {
    return this.#session ? readNarrativeDoc(this.#session.doc) : emptyContent();
  }

  /** Lets go of the narrative once its last words are safe. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#rest);
    // A session keeps trying by itself, and the library tells when it cannot.
    const isWaiting = this.#state.status?.kind === 'unsaved' && hasWords(this.#state.answers);
    if (this.#session) leaveSession(this.#session, this.#stopWatching);
    else if (isWaiting) this.#open().catch(() => undefined);
  }

  #open(): Promise<OpenSession> {
    this.#opening ??= this.#createAndOpen().catch((thrown: unknown) => {
      // The next word, or the next try, starts afresh.
      this.#opening = null;
      this.#change({ status: { kind: 'failed', error: toDatelineError(thrown) } });
      throw thrown;
    });
    return this.#opening;
  }

  async #createAndOpen(): Promise<OpenSession> {
    const { connection, onCreated } = this.#setup;
    const isNew = this.#id === null;
    if (isNew) this.#change({ status: { kind: 'saving' } });
    const id = this.#id ?? (await connection.call('narratives.create', { brief: this.#state.answers })).id;
    this.#id = id;
    const session = await openSession({ connection, id, windowId: crypto.randomUUID() });
    this.#adopt(session, isNew);
    if (isNew && !this.#isClosed) onCreated(id);
    return session;
  }

  /** Words typed while the file was being made are written into it; an older file speaks for itself. */
  #adopt(session: OpenSession, isNew: boolean): void {
    this.#session = session;
    if (isNew) this.#writeAnswers(session);
    if (this.#isClosed) {
      leaveSession(session, () => undefined);
      return;
    }
    this.#stopWatching = watchPage(session);
    session.subscribe(() => this.#change({ status: session.status() }));
    const answers = isNew ? this.#state.answers : readAnswers(session);
    this.#change({ answers, status: session.status(), isReady: true });
  }

  #writeAnswers(session: OpenSession): void {
    const stored = readAnswers(session);
    for (const { key } of briefSections) {
      const answer = this.#state.answers[key];
      if (stored[key] !== answer.trim()) writeSectionText(session.fragment('brief'), key, answer);
    }
  }

  #change(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function readAnswers(session: OpenSession): Answers {
  const { brief } = readNarrativeDoc(session.doc).parts;
  const entries = briefSections.map(({ key }) => [key, sectionText(brief, key)]);
  return Object.fromEntries(entries) as Answers;
}

const hasWords = (answers: Answers) => Object.values(answers).some((answer) => answer.trim() !== '');

/** Plain enough to be read without Dateline, and to be imported again. */
const toMarkdown = (answers: Answers) =>
  briefSections.map(({ key, title }) => `## ${title}\n\n${answers[key]}\n`).join('\n');
