import { expect, test } from 'vitest';
import { narrativeIdSchema } from '../../../core/narrative/meta';
import type { JoinedTeam } from '../../../core/team/joinedTeam';
import { lineWords, stepWords } from '../../../renderer/features/shared/sharedWords';

const id = narrativeIdSchema.parse('launch-abc123');
const kept: JoinedTeam['narratives'][number] = { id, role: 'coauthor', isWaiting: false, trouble: null };

function team(line: JoinedTeam['line'], narratives = [kept]): JoinedTeam {
  const address = 'https://dateline.example';
  return { id: 'team12345678', address, name: 'Osterby launches', member: 'Zoë', line, narratives };
}

const trouble = { code: 'read-only' as const, message: 'This change was not taken.' };

test.each([
  [team('open'), 'Shared with Osterby launches'],
  [team('waiting'), 'Shared with Osterby launches: waiting for its server'],
  [team('open', [{ ...kept, isWaiting: true }]), 'Shared with Osterby launches: waiting for its server'],
  [team('open', [{ ...kept, trouble }]), 'Shared with Osterby launches: not in step'],
  [team('signed-out', [{ ...kept, trouble }]), 'Shared with Osterby launches: you are signed out'],
])('the foot of the window says how it stands with the team (%#)', (given, words) => {
  expect(stepWords(given, id)).toBe(words);
});

test('a team says how much is kept of it, and whether it can be reached', () => {
  expect(lineWords(team('open'))).toBe('One narrative, in step with its server');
  expect(lineWords(team('waiting', []))).toMatch(/^0 narratives, its server is away/);
});
