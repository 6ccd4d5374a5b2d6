import { writeFile } from 'node:fs/promises';
import type { NarrativeId } from '../../core/narrative/meta';
import type { Role } from '../../core/team/role';
import type { AuditEntry, Scope } from '../../core/team/teamRecords';
import { backUp, restore } from '../../host/library/backUp';
import type { TeamAnswer } from '../../host/team/administer';
import { askTeam } from '../askTeam';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { readTeamEnvironment } from '../teamEnvironment';
import { newId } from '../withHost';

/** Prints who belongs to the team and which invitations are open. */
export async function runTeamList(context: CommandContext): Promise<ExitCode> {
  const { members, invitations } = await askTeam(context, { do: 'list' });
  const now = new Date().toISOString();
  const open = invitations.filter(
    ({ revokedAt, expiresAt, isSingleUse, usedBy }) =>
      revokedAt === null && expiresAt > now && !(isSingleUse && usedBy.length > 0),
  );
  const lines = [
    ...members.map(({ id, name, grants, removedAt }) => {
      const roles = grants.map(({ scope, role }) => (scope === 'team' ? role : `${role} of ${scope}`));
      return `${id}  ${name}  ${removedAt === null ? roles.join(', ') || 'no role yet' : 'removed'}`;
    }),
    ...open.map(
      ({ id, grant, isSingleUse, expiresAt }) =>
        `${id}  open invitation: ${grant.role}, ${isSingleUse ? 'one person' : 'many people'}, until ${expiresAt.slice(0, 10)}`,
    ),
  ];
  context.output.result({ members, invitations: open }, lines);
  return exitCodes.fine;
}

export interface InviteOptions {
  role: Role;
  scope: Scope;
  days: number;
  many: boolean;
}

/** Prints the end of a link that lets somebody in; the server's own address stands before it. */
export async function runTeamInvite(
  context: CommandContext,
  { role, scope, days, many }: InviteOptions,
): Promise<ExitCode> {
  const order = { grant: { scope, role }, isSingleUse: !many, days };
  return printLink(context, await askTeam(context, { do: 'invite', order }));
}

/** Prints the end of a link that signs a member in again. */
export async function runTeamLink(context: CommandContext, member: string): Promise<ExitCode> {
  return printLink(context, await askTeam(context, { do: 'link', member }));
}

function printLink({ output }: CommandContext, link: TeamAnswer<'link'>): ExitCode {
  output.result(link, [link.path]);
  output.note(
    `Put it behind the server’s address. It is shown this once, and holds until ${link.expiresAt.slice(0, 10)}.`,
  );
  return exitCodes.fine;
}

export async function runTeamRevoke(context: CommandContext, invitation: string): Promise<ExitCode> {
  await askTeam(context, { do: 'revoke', invitation });
  context.output.result({ revoked: invitation }, ['Taken back. Nobody comes in by it any more.']);
  return exitCodes.fine;
}

export async function runTeamRole(
  context: CommandContext,
  change: { member: string; scope: Scope; role: Role | null },
): Promise<ExitCode> {
  await askTeam(context, { do: 'role', ...change });
  context.output.result(change, ['Changed. It holds at once, also in windows that are open.']);
  return exitCodes.fine;
}

export async function runTeamRemove(context: CommandContext, member: string): Promise<ExitCode> {
  await askTeam(context, { do: 'remove', member });
  context.output.result({ removed: member }, ['Removed. What they said stays, under their name.']);
  return exitCodes.fine;
}

export async function runTeamAudit(context: CommandContext, limit: number): Promise<ExitCode> {
  const entries = await askTeam(context, { do: 'audit', limit });
  context.output.result(entries, entries.map(auditLine));
  return exitCodes.fine;
}

const auditLine = ({ at, action, member, about }: AuditEntry): string =>
  `${at}  ${action}  ${member ?? 'server'}  ${about}`.trimEnd();

/** Erases a narrative with everything kept of it, and prints what was there and what is left. */
export async function runTeamErase(
  context: CommandContext,
  { narrative, proof }: { narrative: NarrativeId; proof: string | undefined },
): Promise<ExitCode> {
  const erased = await askTeam(context, { do: 'erase', narrative });
  if (proof !== undefined) await writeFile(proof, `${JSON.stringify(erased, null, 2)}\n`);
  const { held, remaining } = erased;
  const lines = held.map(({ place, sha256, bytes }) => `erased ${place}  ${bytes} bytes  sha256 ${sha256}`);
  const left = remaining.map(({ place }) => `STILL THERE: ${place}`);
  const closing =
    remaining.length === 0
      ? 'Nothing of it is left in the library. Backups made elsewhere are yours to erase.'
      : 'Something could not be erased. Look at what is named above.';
  context.output.result(erased, [...lines, ...left, closing]);
  return remaining.length === 0 ? exitCodes.fine : exitCodes.refused;
}

/** Copies the library with its team into an empty folder, while the server runs or not. */
export async function runTeamBackup(context: CommandContext, out: string): Promise<ExitCode> {
  const copied = await backUp(placeOf(context), out);
  await askTeam(context, { do: 'note', action: 'backed-up' });
  context.output.result({ ...copied, out }, [
    `${sizeOf(copied)} copied to ${out}, which is a library itself.`,
  ]);
  return exitCodes.fine;
}

/** Brings a library with its team back from such a folder. */
export async function runTeamRestore(context: CommandContext, from: string): Promise<ExitCode> {
  const copied = await restore(from, placeOf(context));
  await askTeam(context, { do: 'note', action: 'restored' });
  context.output.result(copied, [
    `${sizeOf(copied)} brought back. Invitations and roles are as they were then: look at "dateline team list".`,
  ]);
  return exitCodes.fine;
}

const placeOf = ({ library, surroundings }: CommandContext) => ({
  ...{ folder: library, newId },
  ...readTeamEnvironment(surroundings.environment).database,
});

const sizeOf = ({ files, bytes }: { files: number; bytes: number }): string =>
  `${files} files (${(bytes / 1_000_000).toFixed(1)} MB)`;
