import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sortedJson } from '../json/sortedJson';
import { knownRecords } from './knownRecords';
import type { ReviewRecordOf } from './reviewRecord';

/** Id of what a customer says of themselves; one for each customer, however often they say it. */
export const contactId = (customer: string): string => ownId('contact', customer);

/** Id of the record that removes a contact. Only a removal of this contact can have it. */
export const removalId = (contact: string): string => ownId('removal', contact);

/** Id of a test with customers. Only a test with this pass mark, fixed by this person at this moment, can have it. */
export function excitementTestId({
  at,
  by,
  version,
  draft,
  passMark,
}: Omit<ReviewRecordOf<'excitementTest'>, 'id' | 'kind' | 'origin'>): string {
  return ownId('test', sortedJson({ at, by, version, draft, passMark }));
}

/** A record that is what its id stands for; null for one whose id is any name. */
export function ownedRecord(
  id: string,
  raw: unknown,
): ReviewRecordOf<'removal' | 'excitementTest' | 'customerContact'> | null {
  const [record] = knownRecords({ [id]: raw });
  if (record?.kind === 'removal' && id === removalId(record.record)) return record;
  if (record?.kind === 'excitementTest' && id === excitementTestId(record)) return record;
  if (record?.kind === 'customerContact' && id === contactId(record.customer)) return record;
  return null;
}

const digits = 32;

const ownId = (kind: string, said: string): string =>
  `${kind}-${bytesToHex(sha256(utf8ToBytes(said))).slice(0, digits)}`;
