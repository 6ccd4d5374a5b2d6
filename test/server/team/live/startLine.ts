import { onTestFinished } from 'vitest';
import type { Host } from '../../../../host/ports';
import type { Caller } from '../../../../host/team/caller';
import type { FakeTeam } from './fakeTeam';
import { pathOf } from './fakeTeam';
import { type ServedLine, serveLine } from './serveLine';

export interface StartedLine extends ServedLine {
  urlFor: (caller: Caller) => string;
  logged: string[];
}

/** A live line in this process, stopped after the test. */
export async function startLine(given: {
  host: Pick<Host, 'dispatch' | 'onEvent'>;
  team: FakeTeam;
  now?: () => Date;
  port?: number;
  redisUrl?: string;
}): Promise<StartedLine> {
  const logged: string[] = [];
  const log = (_level: string, message: string) => void logged.push(message);
  const served = await serveLine({ ...given, team: given.team.port, log });
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= served.stop();
    return stopping;
  };
  onTestFinished(stop);
  return { ...served, stop, logged, urlFor: (caller) => `ws://127.0.0.1:${served.port}${pathOf(caller)}` };
}
