import { InvalidArgumentError } from 'commander';
import { type NarrativeId, narrativeIdSchema } from '../core/narrative/meta';
import { type Role, roleSchema, roles } from '../core/team/role';
import { teamIdSchema } from '../core/team/teamRecords';
import type { Add, Run } from './program';

/** Commands for whoever runs a team’s server; they work while it runs, and while it does not. */
export function addTeam(add: Add, run: Run): void {
  addPeople(add, run);
  addRecords(add, run);
}

const commands = () => import('./commands/team');

function addPeople(add: Add, run: Run): void {
  add('list', 'who belongs to it, and which invitations are open').action((_, command) =>
    run(command, async (context) => (await commands()).runTeamList(context)),
  );

  add('invite', 'make a link that lets somebody in')
    .option('--role <role>', roles.join(', '), parseRole, 'coauthor')
    .option('--narrative <id>', 'in this narrative alone', parseNarrative)
    .option('--days <n>', 'how long it lets people in, at most 90', parseDays, 7)
    .option('--many', 'for many people; else it is used up by the first', false)
    .action(({ role, narrative, days, many }, command) =>
      run(command, async (context) =>
        (await commands()).runTeamInvite(context, { role, scope: narrative ?? 'team', days, many }),
      ),
    );

  add('link <member>', 'make a link that signs a member in again, once').action((member, _, command) =>
    run(command, async (context) => (await commands()).runTeamLink(context, parseId(member))),
  );

  add('revoke <invitation>', 'take an invitation back').action((invitation, _, command) =>
    run(command, async (context) => (await commands()).runTeamRevoke(context, parseId(invitation))),
  );

  add('role <member> <role>', `give a member a role (${roles.join(', ')}), or "none"`)
    .option('--narrative <id>', 'in this narrative alone', parseNarrative)
    .action((member, given, ...[{ narrative }, command]) =>
      run(command, async (context) => {
        const role = given === 'none' ? null : parseRole(given);
        const change = { member: parseId(member), scope: narrative ?? 'team', role };
        return (await commands()).runTeamRole(context, change);
      }),
    );

  add('remove <member>', 'take a member out of the team').action((member, _, command) =>
    run(command, async (context) => (await commands()).runTeamRemove(context, parseId(member))),
  );
}

function addRecords(add: Add, run: Run): void {
  add('audit', 'what was done in the team, newest first')
    .option('--limit <n>', 'how many lines, at most 2000', parseLimit, 100)
    .action(({ limit }, command) =>
      run(command, async (context) => (await commands()).runTeamAudit(context, limit)),
    );

  add('erase <narrative>', 'erase a narrative and all that was ever kept of it, for good')
    .option('--proof <file>', 'write what was erased, with SHA-256 sums, into this file')
    .action((narrative, { proof }, command) =>
      run(command, async (context) =>
        (await commands()).runTeamErase(context, { narrative: parseNarrative(narrative), proof }),
      ),
    );

  add('backup', 'copy the library with its team into an empty folder, also while it is served')
    .requiredOption('--out <dir>', 'a new or an empty folder')
    .action(({ out }, command) =>
      run(command, async (context) => (await commands()).runTeamBackup(context, out)),
    );

  add('restore <dir>', 'bring a backup back into the folder of --library, which must be new or empty').action(
    (dir, _, command) => run(command, async (context) => (await commands()).runTeamRestore(context, dir)),
  );
}

function parseRole(value: string): Role {
  const role = roleSchema.safeParse(value);
  if (role.success) return role.data;
  throw new InvalidArgumentError(`Use ${roles.join(', ')}.`);
}

function parseNarrative(value: string): NarrativeId {
  const id = narrativeIdSchema.safeParse(value);
  if (id.success) return id.data;
  throw new InvalidArgumentError('See the ids with "dateline list".');
}

function parseId(value: string): string {
  const id = teamIdSchema.safeParse(value);
  if (id.success) return id.data;
  throw new InvalidArgumentError('See the ids with "dateline team list".');
}

const parseDays = (value: string): number => parseCount(value, 90);
const parseLimit = (value: string): number => parseCount(value, 2000);

function parseCount(value: string, most: number): number {
  const count = Number(value);
  if (/^\d{1,5}$/.test(value) && count >= 1 && count <= most) return count;
  throw new InvalidArgumentError(`A number from 1 to ${most}.`);
}
