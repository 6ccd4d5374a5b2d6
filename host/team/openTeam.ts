import { Database } from '../../storage/postgres/database';
import { openDatabaseTeamStore } from '../../storage/postgres/databaseTeamStore';
import { checkFolder } from '../../storage/team/folderReady';
import { openFolderTeamStore } from '../../storage/team/folderTeamStore';
import { Team, type TeamOptions } from './team';

export interface OpenTeamOptions extends Omit<TeamOptions, 'store'> {
  /** Of the library. */
  folder: string;
  /** The database that the library is kept in, where it is. */
  databaseUrl?: string;
}

/** Opens the team that a library's folder belongs to; a new one where there is none yet. */
export async function openTeam({ folder, databaseUrl, ...options }: OpenTeamOptions): Promise<Team> {
  const store =
    databaseUrl === undefined
      ? await openFolderTeamStore(folder)
      : openDatabaseTeamStore(await Database.open(databaseUrl), options.newId());
  return Team.open({ ...options, store });
}

/** Resolves when the database that a team is kept in answers. */
export async function checkTeamDatabase(team: Team): Promise<void> {
  await team.store.audit(1);
}

/** Resolves when something could be made durable in the folder just now; rejects as any write there would. */
export const checkTeamFolder = (folder: string): Promise<void> => checkFolder(folder);
