import type { TeamStore } from './teamStore';

/** All that is written down, in one go. */
const everything = 10_000_000;

/** Copies a team, with its invitations, sessions, settings and audit list, into a store that holds none. */
export async function copyTeam(from: TeamStore, to: TeamStore): Promise<void> {
  for (const member of await from.members()) {
    await to.addMember(member);
    await to.setSettings(member.id, await from.settings(member.id));
  }
  for (const invitation of await from.invitations()) await to.addInvitation(invitation);
  for (const session of await from.sessions()) await to.addSession(session);
  for (const entry of (await from.audit(everything)).toReversed()) await to.note(entry);
}
