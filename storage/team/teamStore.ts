import type { SettingsPatch } from '../../core/api/shapes';
import type { AuditEntry, Invitation, Member, Session } from '../../core/team/teamRecords';

/**
 * Who belongs to a team and how they come in. A promise that resolves means that it is durable; failures are
 * `DatelineError`s. One process has it as a folder, several share it in a database, so every change is one step.
 */
export interface TeamStore {
  members(): Promise<Member[]>;
  member(id: string): Promise<Member | null>;
  memberBySubject(subject: string): Promise<Member | null>;
  addMember(member: Member): Promise<void>;
  /** Changes what `change` answers; null leaves it. Answers the member as it is now, or null without one. */
  changeMember(id: string, change: (member: Member) => Member | null): Promise<Member | null>;

  invitations(): Promise<Invitation[]>;
  addInvitation(invitation: Invitation): Promise<void>;
  /** As with members; two that change the same one follow each other. `by` finds it. */
  changeInvitation(
    by: { id: string } | { tokenHash: string },
    change: (invitation: Invitation) => Invitation | null,
  ): Promise<Invitation | null>;

  addSession(session: Session): Promise<void>;
  session(tokenHash: string): Promise<Session | null>;
  sessions(): Promise<Session[]>;
  sessionsOf(member: string): Promise<Session[]>;
  removeSessions(
    which: { tokenHash: string } | { member: string } | { expiredBefore: string },
  ): Promise<void>;

  settings(member: string): Promise<SettingsPatch>;
  setSettings(member: string, settings: SettingsPatch): Promise<void>;

  note(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  audit(limit: number): Promise<AuditEntry[]>;

  /**
   * Called when another process changed members, sessions or invitations, and again after it rejected; returns the
   * unsubscriber.
   */
  onChange(listener: () => Promise<void>): () => void;
  close(): Promise<void>;
}
