import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../narrative/parts';
import { byTime } from '../readThreads';
import type { ReviewOrigin } from '../records/common';
import type { ReviewRecord, ReviewRecordOf } from '../reviewRecord';
import { partVersion } from './partVersion';

/**
 * How far a name under a sign-off can be believed: written in Dateline, come back in the very packet that was made
 * for its reader, or only said in a file, where anybody can write any name.
 */
export type SignOffTrust = 'here' | 'sealed' | 'claimed';

/** One person's signature under one part, as it stands now. One that was taken back is none. */
export interface SignOff {
  record: ReviewRecordOf<'signOff'>;
  trust: SignOffTrust;
  /** False once the part says something else than what was signed; true again when it says the same. */
  holds: boolean;
}

/** By part, oldest first. */
export type SignOffs = Readonly<Record<PartKey, readonly SignOff[]>>;

/** Who signed which part, for which draft, and whether that still is what the part says. */
export function readSignOffs(
  records: Iterable<ReviewRecord>,
  content: NarrativeContent,
  versionOf: (part: PartKey) => string = (part) => partVersion(content, part),
): SignOffs {
  const latest = new Map<string, ReviewRecordOf<'signOff'>>();
  const all = [...records].filter((record) => record.kind === 'signOff').sort(byTime);
  for (const record of all) {
    const { part, by } = record;
    const proven = JSON.stringify([part, nameKey(by), 'proven']);
    const claimed = JSON.stringify([part, nameKey(by), 'claimed']);
    if (trustOf(record.origin) === 'claimed') latest.set(claimed, record);
    else {
      latest.set(proven, record);
      // Whoever is known to be it has the last word on what was said in the same name before.
      latest.delete(claimed);
    }
  }
  const signed = [...latest.values()].filter(({ isSigned }) => isSigned).sort(byTime);
  const ofPart = (part: PartKey): SignOff[] => {
    const here = signed.filter((record) => record.part === part);
    if (here.length === 0) return [];
    const version = versionOf(part);
    return here.map((record) => ({
      record,
      trust: trustOf(record.origin),
      holds: record.version === version,
    }));
  };
  return Object.fromEntries(partKeys.map((part) => [part, ofPart(part)])) as unknown as SignOffs;
}

/** True where the name under it is more than a claim. */
export const isProven = ({ trust }: SignOff): boolean => trust !== 'claimed';

/** How far the name on a record with this origin can be believed. */
export function trustOf({ kind, isSealed }: ReviewOrigin): SignOffTrust {
  if (kind === 'here') return 'here';
  return kind === 'packet' && isSealed === true ? 'sealed' : 'claimed';
}

/** Names are typed by hand in many places. */
export const nameKey = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
