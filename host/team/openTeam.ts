import { checkFolder } from '../../storage/team/folderReady';
import { openFolderTeamStore } from '../../storage/team/folderTeamStore';
import { Team, type TeamOptions } from './team';

/** Opens the team that a library's folder belongs to; a new one where there is none yet. */
export async function openTeam({
  folder,
  ...options
}: Omit<TeamOptions, 'store'> & { folder: string }): Promise<Team> {
  return Team.open({ ...options, store: await openFolderTeamStore(folder) });
}

/** Resolves when something could be made durable in the folder just now; rejects as any write there would. */
export const checkTeamFolder = (folder: string): Promise<void> => checkFolder(folder);
