import { createHash, randomBytes } from 'node:crypto';
import { memberNameKey, nameTaken } from '../../core/team/memberName';
import { type Role, reaches, roles } from '../../core/team/role';
import type { AuditEntry, Grant, Invitation, Member, Scope } from '../../core/team/teamRecords';
import type { InvitationOrder } from '../../core/team/teamView';
import { createQueue } from '../../storage/queue';
import type { TeamStore } from '../../storage/team/teamStore';
import type { Caller } from './caller';
import { lastOwner, linkVoid, noMember, notAllowed } from './teamErrors';

const dayMs = 24 * 60 * 60_000;
/** How long somebody stays signed in, in days. */
const sessionDays = 30;
/** How long the first owner's link holds, in days. */
const firstDays = 7;

export interface TeamOptions {
  store: TeamStore;
  now: () => Date;
  /** Random, lower-case letters and digits, at least 12 characters. */
  newId: () => string;
}

/** Somebody who was let in; the token opens the server in their name and is kept nowhere but with them. */
export interface LetIn {
  member: Member;
  sessionToken: string;
}

/** Who asks to be let in; `known` is who they are here already, where they are signed in. */
interface Newcomer {
  name: string;
  device: string;
  known: Caller | null;
}

type AuditAction = AuditEntry['action'];

/** Who belongs to a team, what each may do, and how they come in and go. */
export class Team {
  readonly store: TeamStore;
  readonly #options: TeamOptions;
  readonly #listeners = new Set<() => void>();
  readonly #joining = createQueue();
  /** As they are now, for what cannot wait; by id. */
  #members: ReadonlyMap<string, Member> = new Map();
  #sessions: ReadonlySet<string> = new Set();

  /** Reads who belongs to the team. */
  static async open(options: TeamOptions): Promise<Team> {
    const team = new Team(options);
    await team.#tell();
    return team;
  }

  private constructor(options: TeamOptions) {
    this.#options = options;
    this.store = options.store;
    options.store.onChange(() => this.#tell());
  }

  /** What somebody may do at this moment; null for nothing, also once they are signed out. */
  roleNow(caller: Caller, scope: Scope): Role | null {
    const member = this.#members.get(caller.member.id);
    return member && this.#sessions.has(caller.session) ? roleFor(member, scope) : null;
  }

  /** Whether somebody belongs to the team at this moment and is not signed out, as far as is known without asking. */
  isSignedIn({ member, session }: Caller): boolean {
    return this.#members.get(member.id)?.removedAt === null && this.#sessions.has(session);
  }

  /** The token of an owner's invitation while nobody owns the team yet; null from then on. Each call makes a new one. */
  async begin(): Promise<string | null> {
    const members = await this.store.members();
    if (members.some((member) => roleFor(member, 'team') === 'owner')) return null;
    const grant: Grant = { scope: 'team', role: 'owner' };
    return (await this.invite(null, { grant, isSingleUse: true, days: firstDays })).token;
  }

  /** Makes an invitation; its token is answered this once. */
  async invite(
    by: Caller | null,
    order: InvitationOrder,
  ): Promise<{ invitation: Invitation; token: string }> {
    const made = await this.#makeInvitation(by, { ...order, member: null });
    await this.note('invited', by, `${made.invitation.id} ${order.grant.role} ${order.grant.scope}`);
    return made;
  }

  /**
   * Makes a link that signs a member in once more, within a day: on another device, or after they were signed out.
   * Throws `not-allowed` unless it is for oneself or made by an owner; null stands for the server's own commands.
   */
  async linkFor(by: Caller | null, id: string): Promise<{ invitation: Invitation; token: string }> {
    const member = await this.store.member(id);
    if (member === null || member.removedAt !== null) throw noMember('This member');
    const role = by && roleFor(by.member, 'team');
    if (by !== null && by.member.id !== id && role !== 'owner') throw notAllowed(role);
    const grant: Grant = { scope: 'team', role: roleFor(member, 'team') ?? 'reader' };
    const made = await this.#makeInvitation(by, { grant, member: id, isSingleUse: true, days: 1 });
    await this.note('invited', by, `${made.invitation.id} ${id} again`);
    return made;
  }

  async #bindSubject(subject: string, known: Caller | null): Promise<Member | null> {
    if (known === null || known.member.subject !== null) return null;
    return this.store.changeMember(known.member.id, (member) => ({ ...member, subject }));
  }

  async #addBySubject(
    subject: string,
    { name, newcomerRole }: { name: string; newcomerRole: Role | null },
  ): Promise<Member> {
    const grants: Grant[] = newcomerRole === null ? [] : [{ scope: 'team', role: newcomerRole }];
    return this.#addMember({ id: this.#options.newId(), name: await this.#freeName(name), grants, subject });
  }

  async #makeInvitation(
    by: Caller | null,
    order: InvitationOrder & { member: string | null },
  ): Promise<{ invitation: Invitation; token: string }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.#options.now();
    const invitation: Invitation = {
      id: this.#options.newId(),
      tokenHash: hashOf(token),
      grant: order.grant,
      member: order.member,
      isSingleUse: order.isSingleUse,
      createdBy: by?.member.id ?? null,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + order.days * dayMs).toISOString(),
      revokedAt: null,
      usedBy: [],
    };
    await this.store.addInvitation(invitation);
    await this.#tell();
    return { invitation, token };
  }

  async revokeInvitation(by: Caller | null, id: string): Promise<void> {
    const at = this.#options.now().toISOString();
    const known = await this.store.changeInvitation({ id }, (invitation) =>
      invitation.revokedAt === null ? { ...invitation, revokedAt: at } : null,
    );
    if (known === null) throw noMember('This invitation');
    await this.note('revoked-invitation', by, id);
    await this.#tell();
  }

  /** The invitation of a token while it lets people in. Throws `link-void` with the reason otherwise. */
  async look(token: string): Promise<Invitation> {
    const tokenHash = hashOf(token);
    const all = await this.store.invitations();
    const invitation = all.find((one) => one.tokenHash === tokenHash);
    if (invitation === undefined) throw linkVoid('unknown');
    this.#refuseVoid(invitation);
    return invitation;
  }

  /**
   * Lets somebody in by an invitation, under a name that nobody else has. A member who is signed in already gets
   * what it grants beside what they have. Throws `link-void` or `bad-request`.
   */
  redeem(token: string, who: Newcomer): Promise<LetIn> {
    // Two who come at the same moment under one name are told apart.
    return this.#joining(() => this.#redeem(token, who));
  }

  async #redeem(token: string, who: Newcomer): Promise<LetIn> {
    const looked = await this.look(token);
    if (looked.member !== null) return this.#comeBack(looked, looked.member, who.device);
    const name = who.name.trim();
    if (who.known === null) await this.#refuseTaken(name);
    const id = who.known?.member.id ?? this.#options.newId();
    const used = await this.#spend(looked, id);
    const member = await this.#grantTo(id, { grant: used.grant, name, isNew: who.known === null });
    await this.note('joined', { member, session: '' }, `${used.id} ${used.grant.role} ${used.grant.scope}`);
    return this.#signIn(member, who.device);
  }

  async #comeBack(looked: Invitation, id: string, device: string): Promise<LetIn> {
    await this.#spend(looked, id);
    const member = await this.store.member(id);
    if (member === null || member.removedAt !== null) throw noMember('You');
    await this.note('signed-in', { member, session: '' }, looked.id);
    return this.#signIn(member, device);
  }

  /** Looked at again in the one step that uses it up, as two may come at the same time. */
  async #spend(looked: Invitation, member: string): Promise<Invitation> {
    const used = await this.store.changeInvitation({ id: looked.id }, (invitation) => {
      this.#refuseVoid(invitation);
      return { ...invitation, usedBy: [...invitation.usedBy, member] };
    });
    if (used === null) throw linkVoid('unknown');
    return used;
  }

  /**
   * Signs in whoever the company's own sign-in vouches for. Somebody who came by an invitation before, and is signed
   * in, stays who they are; newcomers may do what `newcomerRole` says, or nothing until they are given a role.
   */
  signInAs(subject: string, who: Newcomer & { newcomerRole: Role | null }): Promise<LetIn> {
    return this.#joining(() => this.#signInAs(subject, who));
  }

  async #signInAs(subject: string, who: Newcomer & { newcomerRole: Role | null }): Promise<LetIn> {
    const known = await this.store.memberBySubject(subject);
    if (known?.removedAt) throw noMember('You');
    const member =
      known ?? (await this.#bindSubject(subject, who.known)) ?? (await this.#addBySubject(subject, who));
    await this.note('signed-in', { member, session: '' }, '');
    return this.#signIn(member, who.device);
  }

  /** For whom a token was made; null when it opens nothing any more. */
  async callerOf(sessionToken: string): Promise<Caller | null> {
    const session = await this.store.session(hashOf(sessionToken));
    if (session === null || session.expiresAt <= this.#options.now().toISOString()) return null;
    const member = await this.store.member(session.member);
    return member === null || member.removedAt !== null ? null : { member, session: session.id };
  }

  async signOut(caller: Caller): Promise<void> {
    const sessions = await this.store.sessionsOf(caller.member.id);
    const own = sessions.find(({ id }) => id === caller.session);
    if (own) await this.store.removeSessions({ tokenHash: own.tokenHash });
    await this.note('signed-out', caller, '');
    await this.#tell();
  }

  /** Gives a member a role in a scope, or takes it with null. Throws `not-found`, or `not-allowed` for the last owner. */
  async setRole(by: Caller | null, to: { member: string; scope: Scope; role: Role | null }): Promise<void> {
    if (to.scope === 'team' && to.role !== 'owner') await this.#refuseLastOwner(to.member);
    const changed = await this.store.changeMember(to.member, (member) => {
      const others = member.grants.filter(({ scope }) => scope !== to.scope);
      const grants = to.role === null ? others : [...others, { scope: to.scope, role: to.role }];
      return { ...member, grants };
    });
    if (changed === null) throw noMember('This member');
    await this.note('changed-role', by, `${to.member} ${to.role ?? 'none'} ${to.scope}`);
    await this.#tell();
  }

  /** Takes somebody out: what they said stays, and every way in is closed. */
  async removeMember(by: Caller | null, id: string): Promise<void> {
    await this.#refuseLastOwner(id);
    const removedAt = this.#options.now().toISOString();
    const changed = await this.store.changeMember(id, (member) => ({ ...member, grants: [], removedAt }));
    if (changed === null) throw noMember('This member');
    await this.store.removeSessions({ member: id });
    await this.note('removed-member', by, id);
    await this.#tell();
  }

  note(action: AuditAction, by: Caller | null, about: string): Promise<void> {
    const at = this.#options.now().toISOString();
    return this.store.note({ at, action, member: by?.member.id ?? null, about: about.slice(0, 300) });
  }

  /** Called when somebody's role, or whether they belong to the team, may be another. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #refuseVoid({ revokedAt, expiresAt, isSingleUse, usedBy }: Invitation): void {
    if (revokedAt !== null) throw linkVoid('revoked');
    if (expiresAt <= this.#options.now().toISOString()) throw linkVoid('expired');
    if (isSingleUse && usedBy.length > 0) throw linkVoid('used');
  }

  async #signIn(member: Member, device: string): Promise<LetIn> {
    const sessionToken = randomBytes(32).toString('base64url');
    const now = this.#options.now();
    await this.store.removeSessions({ expiredBefore: now.toISOString() });
    await this.store.addSession({
      id: this.#options.newId(),
      tokenHash: hashOf(sessionToken),
      member: member.id,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + sessionDays * dayMs).toISOString(),
      device: device.slice(0, 200),
    });
    await this.#tell();
    return { member, sessionToken };
  }

  async #grantTo(
    id: string,
    { grant, name, isNew }: { grant: Grant; name: string; isNew: boolean },
  ): Promise<Member> {
    if (isNew) return this.#addMember({ id, name, grants: [grant], subject: null });
    const member = await this.store.changeMember(id, (before) => {
      const had = before.grants.find(({ scope }) => scope === grant.scope);
      if (had && reaches(had.role, grant.role)) return null;
      return { ...before, grants: [...before.grants.filter(({ scope }) => scope !== grant.scope), grant] };
    });
    if (member === null) throw noMember('You');
    return member;
  }

  async #addMember(given: Pick<Member, 'id' | 'name' | 'grants' | 'subject'>): Promise<Member> {
    const member: Member = { ...given, joinedAt: this.#options.now().toISOString(), removedAt: null };
    await this.store.addMember(member);
    return member;
  }

  /** Names stand under what people say, so two members never share one. */
  async #refuseTaken(name: string): Promise<void> {
    if ((await this.#namesInUse()).has(memberNameKey(name))) throw nameTaken(name);
  }

  async #freeName(name: string): Promise<string> {
    const used = await this.#namesInUse();
    const wanted = name.trim().slice(0, 190) || 'Member';
    for (let n = 1; ; n += 1) {
      const candidate = n === 1 ? wanted : `${wanted} (${n})`;
      if (!used.has(memberNameKey(candidate))) return candidate;
    }
  }

  /** Of those who left, too: what they said keeps their names. */
  async #namesInUse(): Promise<Set<string>> {
    return new Set((await this.store.members()).map(({ name }) => memberNameKey(name)));
  }

  async #refuseLastOwner(id: string): Promise<void> {
    const owners = (await this.store.members()).filter((member) => roleFor(member, 'team') === 'owner');
    if (owners.length === 1 && owners[0]?.id === id) throw lastOwner();
  }

  async #tell(): Promise<void> {
    const [members, sessions] = await Promise.all([this.store.members(), this.store.sessions()]);
    this.#members = new Map(members.map((member) => [member.id, member]));
    this.#sessions = new Set(sessions.map(({ id }) => id));
    for (const listener of this.#listeners) listener();
  }
}

/** The highest role that somebody has in a narrative, or in the whole team; null without one. */
export function roleFor(member: Member, scope: Scope): Role | null {
  if (member.removedAt !== null) return null;
  const held = member.grants.filter((grant) => grant.scope === 'team' || grant.scope === scope);
  return roles.find((role) => held.some((grant) => grant.role === role)) ?? null;
}

/** The highest role that somebody has anywhere; null for whoever has none. */
export function roleAnywhere(member: Member): Role | null {
  if (member.removedAt !== null) return null;
  return roles.find((role) => member.grants.some((grant) => grant.role === role)) ?? null;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
