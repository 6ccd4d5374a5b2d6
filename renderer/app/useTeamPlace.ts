import { roles } from '../../core/team/role';
import { useOperation } from '../client/useOperation';

/** What somebody may do in the library that this window shows. */
export interface TeamPlace {
  /** The team whose library it is; null for a library of one's own. */
  team: string | null;
  /** Whether narratives may be begun and brought in here. */
  mayBegin: boolean;
  /** Whether the trash and what happened to files is theirs to look after. */
  mayTidy: boolean;
}

const own: TeamPlace = { team: null, mayBegin: true, mayTidy: true };

export function useTeamPlace(): TeamPlace {
  const { data } = useOperation('team.read', {});
  if (!data) return own;
  const held = data.me.grants.filter(({ scope }) => scope === 'team').map(({ role }) => role);
  const role = roles.find((each) => held.includes(each));
  return {
    team: data.name,
    mayBegin: role === 'owner' || role === 'coauthor',
    mayTidy: role === 'owner',
  };
}
