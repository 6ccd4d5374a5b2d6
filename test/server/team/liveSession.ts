import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { NarrativeId } from '../../../core/narrative/meta';
import { partFragment } from '../../../core/narrative/narrativeDoc';
import { type Connection, createConnection } from '../../../renderer/client/connection';
import { createListeners } from '../../../renderer/client/transport';
import { ProviderLine } from '../../../renderer/editor/live/providerLine';
import { type OpenSession, openSession } from '../../../renderer/editor/session/openSession';
import type { TestSession, TestTeamServer } from './newTeamServer';

/** A window of a member at a narrative, as far as it needs no page. */
export interface TestWindow {
  session: OpenSession;
  connection: Connection;
  write(words: string): void;
  text(): string;
  /** The network fails until `mend`; what is called meanwhile does not arrive. */
  cut(): void;
  mend(): void;
}

let windows = 0;

export async function openWindow(
  { server }: Pick<TestTeamServer, 'server'>,
  member: TestSession,
  id: NarrativeId,
): Promise<TestWindow> {
  let isCut = false;
  windows += 1;
  const reconnects = createListeners<[]>();
  const messages = createListeners<[unknown]>();
  const address = server.url.replace('http', 'ws');
  const headers = { cookie: member.cookie, origin: server.url };
  const events = new WebSocket(`${address}/events`, { headers });
  events.on('message', (data) => messages.emit(JSON.parse(String(data))));
  onTestFinished(() => events.terminate());
  const connection = createConnection({
    async send(operation, input) {
      if (isCut) throw new TypeError('Failed to fetch');
      return JSON.parse((await member.call(operation, input)).body);
    },
    onMessage: messages.add,
    onReconnect: reconnects.add,
  });
  class MemberSocket extends WebSocket {
    constructor(url: string) {
      super(isCut ? 'ws://127.0.0.1:9/' : url, { headers });
      this.on('error', () => undefined);
    }
  }
  const pauses = { delay: 50, minDelay: 50, maxDelay: 100, factor: 1, jitter: false };
  const socket = new HocuspocusProviderWebsocket({
    url: `${address}/live`,
    WebSocketPolyfill: MemberSocket,
    ...pauses,
  });
  const windowId = `window-${windows}`;
  const joinLine = (narrative: NarrativeId, doc: Y.Doc) => new ProviderLine({ socket, id: narrative, doc });
  const session = await openSession({ connection, id, windowId, joinLine });
  onTestFinished(() => {
    session.close();
    socket.destroy();
  });
  return {
    session,
    connection,
    write: (words) => writeInto(session.doc, words),
    text: () => partFragment(session.doc, 'release').toString(),
    cut() {
      isCut = true;
      (socket.webSocket as unknown as WebSocket | null)?.terminate();
    },
    mend() {
      isCut = false;
    },
  };
}

/** Words in the release, in a paragraph of their own. */
function writeInto(doc: Y.Doc, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  partFragment(doc, 'release').push([paragraph]);
}
