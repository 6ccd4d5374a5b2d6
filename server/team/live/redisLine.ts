import { type Configuration, Redis as HocuspocusRedis } from '@hocuspocus/extension-redis';
import type {
  afterLoadDocumentPayload,
  Document,
  Hocuspocus,
  onAwarenessUpdatePayload,
  onChangePayload,
} from '@hocuspocus/server';

/** Longest pause between two tries to reach Redis. */
const longestPauseMs = 2000;
const usualPort = 6379;

/**
 * Tells the other server processes of changes and carets. Nothing durable depends on it: each process writes what its
 * own windows sent, so without Redis people of different processes only see each other's words later.
 */
export class RedisLine extends HocuspocusRedis {
  readonly #instance: () => Hocuspocus;
  #isAway = false;

  constructor(options: { url: string; instance: () => Hocuspocus; onState: (isThere: boolean) => void }) {
    super(addressOf(options.url));
    this.#instance = options.instance;
    for (const client of [this.pub, this.sub]) {
      client.on('error', () => this.#left(options.onState));
      client.on('close', () => this.#left(options.onState));
      client.on('ready', () => this.#back(options.onState));
    }
  }

  /** A narrative opens without the others when Redis is away; they tell each other all once it is back. */
  override async afterLoadDocument(payload: afterLoadDocumentPayload): Promise<void> {
    const asked = super.afterLoadDocument(payload);
    if (this.#isThere()) return asked;
    asked.catch(() => undefined);
  }

  // What changes while Redis is away would queue in memory; coming back asks for all of it at once.
  override async onChange(payload: onChangePayload): Promise<void> {
    if (this.#isThere()) await super.onChange(payload);
  }

  override async onAwarenessUpdate(payload: onAwarenessUpdatePayload): Promise<void> {
    if (this.#isThere()) await super.onAwarenessUpdate(payload);
  }

  // Storing is not Hocuspocus' here, so it needs no lock among processes.
  override async onStoreDocument(): Promise<void> {}
  override async afterStoreDocument(): Promise<void> {}

  /** Ends also while Redis is away, when it cannot be told goodbye. */
  override async onDestroy(): Promise<void> {
    if (this.#isThere()) return super.onDestroy();
    this.pub.disconnect(false);
    this.sub.disconnect(false);
  }

  #isThere(): boolean {
    return this.pub.status === 'ready' && this.sub.status === 'ready';
  }

  #left(onState: (isThere: boolean) => void): void {
    if (this.#isAway) return;
    this.#isAway = true;
    onState(false);
  }

  #back(onState: (isThere: boolean) => void): void {
    if (!this.#isThere() || !this.#isAway) return;
    this.#isAway = false;
    onState(true);
    for (const document of this.#instance().documents.values()) this.#tellAll(document);
  }

  /** Begins the exchange in which both sides send what the other one lacks. */
  #tellAll(document: Document): void {
    const instance = this.#instance();
    const nothing = { requestHeaders: new Headers(), requestParameters: new URLSearchParams() };
    const told = {
      instance,
      document,
      documentName: document.name,
      clientsCount: 0,
      context: {},
      socketId: '',
    };
    const change = { ...told, ...nothing, update: new Uint8Array(), transactionOrigin: null };
    void super.onChange(change as unknown as onChangePayload);
  }
}

function addressOf(url: string): Partial<Configuration> {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  const options = {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt: number) => Math.min(50 * 2 ** Math.min(attempt, 10), longestPauseMs),
    db: Number(pathname.slice(1)),
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
  return { host: hostname, port: port === '' ? usualPort : Number(port), prefix: 'dateline', options };
}
