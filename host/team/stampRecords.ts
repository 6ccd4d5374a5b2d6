import type { ReviewRecord } from '../../core/review/reviewRecord';
import { type Role, reaches } from '../../core/team/role';
import { notAllowed } from './teamErrors';

/** What reviewers say; everything else is an author's to say. */
const reviewerKinds: ReadonlySet<ReviewRecord['kind']> = new Set([
  'comment',
  'reply',
  'resolution',
  'suggestion',
  'withdrawal',
  'signOff',
  'hasRead',
  'note',
  'opinion',
  'modelAnswers',
]);

export interface Stamping {
  name: string;
  role: Role;
  now: Date;
  /** Everything said about the narrative so far, by id. */
  known: Readonly<Record<string, unknown>>;
}

/**
 * Records as they are stored for somebody: under their own name, at the server's time, as written here. Records that
 * are there already are left out. Throws `not-allowed` for what their role does not include.
 */
export function stampRecords(records: readonly ReviewRecord[], stamping: Stamping): ReviewRecord[] {
  const fresh = records.filter(({ id }) => !Object.hasOwn(stamping.known, id));
  return fresh.map((record, index) => {
    if (!maySay(record, stamping)) throw notAllowed(stamping.role);
    // Of several that come together the later one still holds.
    return stamp(record, { ...stamping, now: new Date(stamping.now.getTime() + index) });
  });
}

function stamp(record: ReviewRecord, { name, role, now }: Stamping): ReviewRecord {
  const at = now.toISOString();
  // What an author brings from files says itself who wrote it, and stays a claim.
  const isBrought = reaches(role, 'coauthor') && record.origin.kind !== 'here';
  if (isBrought) return { ...record, origin: { ...record.origin, isSealed: false } };
  const head = { by: name, at, origin: { kind: 'here', file: '' } } as const;
  const isAuthor = reaches(role, 'coauthor');
  switch (record.kind) {
    case 'meetingStep':
      return { ...record, ...head, endsAt: movedTo(record.endsAt, { from: record.at, to: now }) };
    case 'hasRead':
      return { ...record, ...head, reader: isAuthor ? record.reader : name };
    case 'note':
    case 'opinion':
      return { ...record, ...head, speaker: isAuthor ? record.speaker : name };
    case 'customerAnswer':
      return { ...record, at, origin: head.origin };
    default:
      return { ...record, ...head };
  }
}

/** A moment as far from the server's time as it was from its sender's, whose clock may be wrong. */
function movedTo(moment: string | null, { from, to }: { from: string; to: Date }): string | null {
  if (moment === null) return null;
  return new Date(to.getTime() + Date.parse(moment) - Date.parse(from)).toISOString();
}

function maySay(record: ReviewRecord, { name, role, known }: Stamping): boolean {
  if (reaches(role, 'coauthor')) return true;
  if (!reviewerKinds.has(record.kind)) return false;
  // Whether something is settled is for its author, or for whoever raised it.
  if (record.kind === 'resolution') return isBy(known, record.thread, name);
  if (record.kind === 'withdrawal') return record.suggestions.every((id) => isBy(known, id, name));
  return true;
}

function isBy(known: Stamping['known'], id: string, name: string): boolean {
  const record = Object.hasOwn(known, id) ? known[id] : null;
  return typeof record === 'object' && record !== null && 'by' in record && record.by === name;
}
