import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { NarrativeId } from '../../../core/narrative/meta';
import { newTeamServer, serveTeam, type TestTeamServer } from '../../server/team/newTeamServer';
import { eventually } from '../../support/eventually';
import { newHost, type TestHost } from '../newHost';
import { readRelease, writeRelease } from '../releaseWords';
import { newMember } from './teamCopies';

// Servers and sockets of their own take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const libraries = 3;
const who = fc.nat({ max: libraries - 1 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('start again' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('server away' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('server back' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A team's server and three libraries that keep copies of its one narrative. */
class World {
  readonly words: string[] = [];
  #served: TestTeamServer;
  #isAway = false;
  readonly #hosts: TestHost[];
  readonly #id: NarrativeId;

  static async open(): Promise<World> {
    const served = await newTeamServer();
    const { id } = await served.team.call('narratives.create', { name: 'Harbour lights' });
    const names = Array.from({ length: libraries }, (_, index) => `Writer ${index}`);
    const hosts = await Promise.all(names.map((name) => newMember(served, name)));
    for (const { call } of hosts)
      await eventually(async () => expect((await call('narratives.open', { id })).role).toBe('coauthor'));
    return new World(served, hosts, id);
  }

  private constructor(served: TestTeamServer, hosts: TestHost[], id: NarrativeId) {
    this.#served = served;
    this.#hosts = hosts;
    this.#id = id;
  }

  async take(taken: Step): Promise<void> {
    if (taken.do === 'server away') await this.#end();
    else if (taken.do === 'server back') await this.back();
    else if (taken.do === 'write') await this.#write(taken.who);
    else await this.#startAgain(taken.who);
  }

  async back(): Promise<void> {
    if (this.#isAway) this.#served = await serveTeam(this.#served.team, { port: this.#served.server.port });
    this.#isAway = false;
  }

  /** The words of all libraries, the team's first. */
  releases(): Promise<string[]> {
    const all = [this.#served.team, ...this.#hosts];
    return Promise.all(all.map(({ call }) => readRelease(call, this.#id)));
  }

  async close(): Promise<void> {
    await Promise.all(this.#hosts.map(({ host }) => host.close()));
    await this.#end();
  }

  async #end(): Promise<void> {
    await this.#served.server.close();
    this.#isAway = true;
  }

  async #write(index: number): Promise<void> {
    const words = `Words ${this.words.length}.`;
    await writeRelease((this.#hosts[index] as TestHost).call, this.#id, words);
    this.words.push(words);
  }

  async #startAgain(index: number): Promise<void> {
    const { host, folder } = this.#hosts[index] as TestHost;
    await host.close();
    this.#hosts[index] = await newHost({ folder });
  }
}

test('three libraries that start again, and a server that goes and comes back, have all words in one order (law)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const world = await World.open();
      for (const taken of steps) await world.take(taken);
      await world.back();
      await vi.waitFor(
        async () => {
          const [first, ...others] = await world.releases();
          for (const words of world.words) expect(first?.split(words)).toHaveLength(2);
          for (const other of others) expect(other).toBe(first);
        },
        { timeout: 30_000, interval: 100 },
      );
      await world.close();
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
