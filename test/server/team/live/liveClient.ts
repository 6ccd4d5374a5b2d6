import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { formatVersion } from '../../../../core/format/narrativeFile';
import { partFragment } from '../../../../core/narrative/narrativeDoc';
import { type LiveAnswer, liveAnswerSchema, liveProtocol } from '../../../../core/team/liveMessages';
import { eventually } from '../../../support/eventually';

/** As in a browser, a socket that is closed too early is no error of the page. */
class BrowserSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    this.on('error', () => undefined);
  }
}

export interface LiveClientOptions {
  url: string;
  narrative: string;
  doc?: Y.Doc;
  handshake?: unknown;
}

/** A window at a narrative, as far as the live line can tell: the provider that windows use, over a real socket. */
export class LiveClient {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly socket: HocuspocusProviderWebsocket;
  readonly answers: LiveAnswer[] = [];
  readonly closed: { reason: string }[] = [];
  deniedBecause: string | null = null;
  #n = 0;

  constructor(options: LiveClientOptions) {
    this.doc = options.doc ?? new Y.Doc();
    this.socket = new HocuspocusProviderWebsocket({
      url: options.url,
      WebSocketPolyfill: BrowserSocket,
      delay: 50,
      minDelay: 50,
      maxDelay: 200,
      factor: 1,
      jitter: false,
    });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.socket,
      name: options.narrative,
      document: this.doc,
      token: JSON.stringify(options.handshake ?? { protocol: liveProtocol, format: formatVersion }),
      onStateless: ({ payload }) => this.answers.push(liveAnswerSchema.parse(JSON.parse(payload))),
      onAuthenticationFailed: ({ reason }) => {
        this.deniedBecause = reason;
      },
      onClose: ({ event }) => this.closed.push({ reason: event.reason }),
    });
    this.provider.attach();
    onTestFinished(() => this.destroy());
  }

  async synced(): Promise<this> {
    await eventually(() => {
      if (!this.provider.isSynced) throw new Error('not synced');
    });
    return this;
  }

  /** Writes words into the release, in a paragraph of their own. */
  write(words: string): void {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    partFragment(this.doc, 'release').push([paragraph]);
  }

  text(): string {
    return partFragment(this.doc, 'release').toString();
  }

  /** Asks that all written so far be kept; answers the number of the question. */
  askToKeep(): number {
    this.#n += 1;
    this.provider.sendStateless(JSON.stringify({ kind: 'keep', n: this.#n }));
    return this.#n;
  }

  /** Resolves with what the server answers to `keep`. */
  async keep(): Promise<LiveAnswer> {
    const n = this.askToKeep();
    return eventually(() => this.answerTo(n));
  }

  answerTo(n: number): LiveAnswer {
    const answer = this.answers.find((each) => 'n' in each && each.n === n);
    if (!answer) throw new Error(`no answer to keep ${n}`);
    return answer;
  }

  /** Whether `keep` number `n` was answered with `kept`; false when the line is cut before it is. */
  answered(n: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isKept: boolean) => {
        this.provider.off('stateless', look);
        this.provider.off('close', cut);
        resolve(isKept);
      };
      const look = () => {
        const answer = this.answers.find((each) => 'n' in each && each.n === n);
        if (answer) end(answer.kind === 'kept');
      };
      const cut = () => end(false);
      this.provider.on('stateless', look);
      this.provider.on('close', cut);
    });
  }

  /** The network fails for a moment; the provider comes back by itself. */
  cut(): void {
    (this.socket.webSocket as unknown as WebSocket | null)?.terminate();
  }

  destroy(): void {
    this.provider.destroy();
    this.socket.destroy();
  }
}
