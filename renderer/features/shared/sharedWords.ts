import type { JoinedTeam } from '../../../core/team/joinedTeam';

const lines: Readonly<Record<JoinedTeam['line'], string>> = {
  open: 'in step with its server',
  waiting: 'its server is away; what is written waits here',
  'signed-out': 'you are signed out; join again by a new link',
};

/** How it stands with a team, and how much of it is kept here. */
export function lineWords({ line, narratives }: JoinedTeam): string {
  const count = narratives.length === 1 ? 'One narrative' : `${narratives.length} narratives`;
  return `${count}, ${lines[line]}`;
}

/** How it stands with one narrative, short enough for the foot of the window. */
export function stepWords({ name, line, narratives }: JoinedTeam, id: string): string {
  const kept = narratives.find((narrative) => narrative.id === id);
  if (line === 'signed-out') return `Shared with ${name}: you are signed out`;
  if (kept?.trouble) return `Shared with ${name}: not in step`;
  const isWaiting = line !== 'open' || kept?.isWaiting;
  return isWaiting ? `Shared with ${name}: waiting for its server` : `Shared with ${name}`;
}
