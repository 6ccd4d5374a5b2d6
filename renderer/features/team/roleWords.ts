import type { Role } from '../../../core/team/role';
import type { Grant } from '../../../core/team/teamRecords';

/** What each role is called, alone and within a sentence, and what it lets somebody do. */
export const roleWords: Readonly<Record<Role, { name: string; as: string; line: string }>> = {
  owner: { name: 'Owner', as: 'an owner', line: 'Writes, reviews, and decides who belongs to the team.' },
  coauthor: { name: 'Co-author', as: 'a co-author', line: 'Writes and reviews.' },
  reviewer: {
    name: 'Reviewer',
    as: 'a reviewer',
    line: 'Reads, comments and suggests. The text stays as its authors wrote it.',
  },
  reader: { name: 'Reader', as: 'a reader', line: 'Reads.' },
};

/** What somebody may do, in a few words; `narrative` is the one that is open, where one is. */
export function grantWords(grants: readonly Grant[], narrative: string | null): string {
  const team = grants.find(({ scope }) => scope === 'team');
  const here = grants.find(({ scope }) => scope === narrative);
  const others = grants.filter(({ scope }) => scope !== 'team' && scope !== narrative).length;
  const words = [
    ...(team ? [roleWords[team.role].name] : []),
    ...(here ? [`${roleWords[here.role].name} of this narrative`] : []),
    ...(others > 0 ? [`roles in ${others === 1 ? 'one narrative' : `${others} narratives`}`] : []),
  ];
  return words.join(', ') || 'No role yet';
}
