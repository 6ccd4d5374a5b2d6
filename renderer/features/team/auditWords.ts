import type { AuditEntry } from '../../../core/team/teamRecords';
import type { TeamView } from '../../../core/team/teamView';

const sentences: Readonly<Record<AuditEntry['action'], string>> = {
  joined: 'joined',
  'signed-in': 'signed in',
  'signed-out': 'signed out',
  invited: 'made an invitation',
  'revoked-invitation': 'took an invitation back',
  'changed-role': 'changed the role of',
  'removed-member': 'removed',
  exported: 'exported',
  created: 'began a narrative',
  trashed: 'put a narrative in the trash',
  erased: 'erased a narrative',
  refused: 'was refused',
  'backed-up': 'backed the library up',
  restored: 'brought a backup back',
};

/** What was done, as a sentence. Members who are gone are named by what is left of them. */
export function auditSentence({ action, member, about }: AuditEntry, { members }: TeamView): string {
  const nameOf = (id: string) => members.find((known) => known.id === id)?.name ?? 'somebody who left';
  const who = member === null ? 'The server' : nameOf(member);
  const isAboutMember = action === 'changed-role' || action === 'removed-member';
  const [id = ''] = about.split(' ');
  const whom = isAboutMember ? ` ${nameOf(id)}` : '';
  return `${who.charAt(0).toLocaleUpperCase('en')}${who.slice(1)} ${sentences[action]}${whom}`;
}
