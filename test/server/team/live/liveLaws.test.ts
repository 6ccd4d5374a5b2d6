import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { NarrativeId } from '../../../../core/narrative/meta';
import { decodeNarrativeDoc, partFragment } from '../../../../core/narrative/narrativeDoc';
import { newHost, newLibraryFolder, type TestHost } from '../../../host/newHost';
import { eventually } from '../../../support/eventually';
import { callerNamed, FakeTeam } from './fakeTeam';
import { LiveClient } from './liveClient';
import { type StartedLine, startLine } from './startLine';

const clients = 5;
const dayMs = 86_400_000;
const who = fc.nat({ max: clients - 1 });
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('write' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('delete' as const), who, at: fc.nat({ max: 50 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('keep' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('return' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('restart' as const), skewDays: fc.integer({ min: -3, max: 3 }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A narrative on a server that starts again, with windows that come and go. */
class World {
  readonly #folder: string;
  readonly #id: NarrativeId;
  #host: TestHost;
  #line: StartedLine;
  readonly #clients: LiveClient[];
  /** Words that somebody took out. */
  readonly #deleted = new Set<string>();
  readonly #asked: { client: LiveClient; n: number; words: string[] }[] = [];
  readonly #written = new Map<LiveClient, string[]>();
  #count = 0;

  constructor(given: { folder: string; id: NarrativeId; host: TestHost; line: StartedLine }) {
    this.#folder = given.folder;
    this.#id = given.id;
    this.#host = given.host;
    this.#line = given.line;
    this.#clients = Array.from({ length: clients }, (_, index) => {
      const caller = callerNamed(`Writer ${index}`);
      return new LiveClient({ url: this.#line.urlFor(caller), narrative: this.#id });
    });
  }

  async take(taken: Step): Promise<void> {
    if (taken.do === 'restart') return this.#restart(taken.skewDays * dayMs);
    const client = this.#clients[taken.who] as LiveClient;
    if (taken.do === 'write') this.#write(client);
    if (taken.do === 'delete') this.#delete(client, taken.at);
    if (taken.do === 'cut') client.cut();
    if (taken.do === 'leave') client.socket.disconnect();
    if (taken.do === 'return') void client.socket.connect();
    if (taken.do === 'keep') {
      this.#asked.push({ client, n: client.askToKeep(), words: [...(this.#written.get(client) ?? [])] });
    }
    // Lets some of it travel, and some of it not.
    if (taken.do === 'wait') await new Promise((resolve) => setImmediate(resolve));
  }

  /** Everybody comes back, and everything is kept. */
  async end(): Promise<{ texts: string[]; stored: string; lost: string[]; undead: string[] }> {
    for (const client of this.#clients) void client.socket.connect();
    for (const client of this.#clients) await client.synced();
    for (const client of this.#clients) {
      const answer = await client.keep();
      expect(answer.kind).toBe('kept');
    }
    await eventually(() => expect(new Set(this.#clients.map((client) => client.text())).size).toBe(1));
    const stored = await this.#stored();
    const all = [...this.#written.values()].flat();
    return {
      texts: this.#clients.map((client) => client.text()),
      stored,
      lost: all.filter((word) => !this.#deleted.has(word) && !stored.includes(word)),
      undead: [...this.#deleted].filter((word) => stored.includes(word)),
    };
  }

  /** So that its windows do not look for a server that is gone. */
  async close(): Promise<void> {
    for (const client of this.#clients) client.destroy();
    await this.#line.stop();
    await this.#host.host.close();
  }

  #write(client: LiveClient): void {
    this.#count += 1;
    const word = `w${this.#count};`;
    client.write(word);
    this.#written.set(client, [...(this.#written.get(client) ?? []), word]);
  }

  #delete(client: LiveClient, at: number): void {
    const release = partFragment(client.doc, 'release');
    if (release.length === 0) return;
    const index = at % release.length;
    const words = (release.get(index) as { toString(): string }).toString().match(/w\d+;/g) ?? [];
    if (words.length === 0) return;
    release.delete(index, 1);
    for (const word of words) this.#deleted.add(word);
  }

  async #restart(skewMs: number): Promise<void> {
    const { port } = this.#line;
    await this.#line.stop();
    await this.#host.host.close();
    const now = () => new Date(Date.now() + skewMs);
    this.#host = await newHost({ folder: this.#folder, ports: { now } });
    // What was said to be kept is there without any window's help.
    const stored = await this.#stored();
    expect(this.#keptWords().filter((word) => !this.#deleted.has(word) && !stored.includes(word))).toEqual(
      [],
    );
    this.#line = await startLine({ host: this.#host.host, team: new FakeTeam(), now, port });
  }

  #keptWords(): string[] {
    return this.#asked.flatMap(({ client, n, words }) =>
      client.answers.some((answer) => answer.kind === 'kept' && answer.n === n) ? words : [],
    );
  }

  async #stored(): Promise<string> {
    const { state } = await this.#host.call('narratives.open', { id: this.#id });
    return partFragment(decodeNarrativeDoc(Buffer.from(state, 'base64')), 'release').toString();
  }
}

test(`${clients} windows that write, are cut off and come back agree in the end, and nothing kept is lost`, async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
    const folder = await newLibraryFolder();
    const host = await newHost({ folder });
    const { id } = await host.call('narratives.create', { name: 'Harbour' });
    const line = await startLine({ host: host.host, team: new FakeTeam() });
    const world = new World({ folder, id, host, line });
    onTestFinished(() => world.close());
    for (const taken of steps) await world.take(taken);
    const { texts, stored, lost, undead } = await world.end();
    expect(texts[0]).toBe(stored);
    expect(lost).toEqual([]);
    expect(undead).toEqual([]);
    await world.close();
  });
  await fc.assert(property, { numRuns: 4, endOnFailure: true });
}, 90_000);
