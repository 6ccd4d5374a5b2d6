import type { NarrativeContent } from '../narrative/narrativeDoc';
import { itemsOf } from '../narrative/partState';
import { isBlank, plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';

/** Kinds of user that most products have. Anything else is written in words of one's own. */
export const userKinds = ['endUser', 'administrator', 'developer', 'partner', 'support'] as const;
export type UserKind = (typeof userKinds)[number];

/** How long a kind of user in words of one's own may be. */
export const userKindLimit = 60;

const names: Readonly<Record<UserKind, string>> = {
  endUser: 'End user',
  administrator: 'Administrator',
  developer: 'Developer',
  partner: 'Partner',
  support: 'Support',
};

/** What people call a kind of user; words of one's own stay as they are. */
export function userKindName(user: string): string {
  return userKinds.some((kind) => kind === user) ? names[user as UserKind] : user.trim();
}

/** What a use case or a manual stores for a name; the name of a known kind becomes that kind. */
export function userKindOf(name: string): string {
  const written = name.trim().replace(/\s+/gu, ' ').slice(0, userKindLimit);
  return userKinds.find((kind) => plain(names[kind]) === plain(written)) ?? written;
}

/** A kind of user that a use case is about. */
export interface NamedUser {
  user: string;
  /** Id of the first use case that names it. */
  useCase: string;
  title: string;
}

/** The kinds of user that use cases name, each once, in reading order. */
export function namedUsers(content: Pick<NarrativeContent, 'parts'>): NamedUser[] {
  const named = new Map<string, NamedUser>();
  for (const useCase of itemsOf(content.parts.experience, 'useCase')) {
    const user = stringAttr(useCase, 'user').trim();
    const key = plain(userKindName(user));
    if (key === '' || named.has(key) || isBlank(useCase)) continue;
    named.set(key, { user, useCase: stringAttr(useCase, 'id'), title: titleOf(useCase) });
  }
  return [...named.values()];
}

/** The kinds of user that use cases name and no manual is for. */
export function usersWithoutManual(content: Pick<NarrativeContent, 'parts'>): NamedUser[] {
  const manuals = itemsOf(content.parts.manuals, 'manual');
  return namedUsers(content).filter(({ user }) => !manuals.some((manual) => isManualFor(manual, user)));
}

/** True when this manual says that it is for them, or is named after them. */
export function isManualFor(manual: RichNode, user: string): boolean {
  const wanted = plain(userKindName(user));
  const own = plain(userKindName(stringAttr(manual, 'user')));
  if (own !== '') return own === wanted;
  return ` ${plain(titleOf(manual))} `.includes(` ${wanted} `);
}

/** The name of a use case, a step or a manual on one line; '' while it has none. */
export function titleOf(item: RichNode): string {
  const title = (item.content ?? []).find(({ type }) => type === 'title');
  return title ? plainText(title).replace(/\s+/gu, ' ').trim() : '';
}

/** Without capitals and the s of the plural, so that "Administrators" names an administrator. */
function plain(name: string): string {
  const words = name.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (word.length > 3 ? word.replace(/s$/u, '') : word)).join(' ');
}
