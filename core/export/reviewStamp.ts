import { type PartKey, partKeys } from '../narrative/parts';
import { isBlank } from '../narrative/plainText';
import { type PartReview, readPartReviews } from '../review/signOff/readPartReviews';
import { isProven, nameKey } from '../review/signOff/readSignOffs';
import type { ExportDocument } from './exportDocument';
import { chosenParts } from './prepareParts';

/**
 * How far what is exported was reviewed, and by how many it is signed, such as "reviewed, signed by 2 for this
 * version". Only signatures that hold are told, and none of a name that a file merely claims.
 */
export function reviewStamp(document: ExportDocument): string {
  const reviews = readPartReviews(document.records ?? [], document.content);
  const told = writtenParts(document).map((part) => reviews[part]);
  return [stateWords(told), signedWords(told)].filter(Boolean).join(', ');
}

function writtenParts(document: ExportDocument): PartKey[] {
  const chosen = chosenParts(document);
  return partKeys.filter((key) => chosen.includes(key) && !isBlank(document.content.parts[key]));
}

function stateWords(told: readonly PartReview[]): string {
  const changed = told.filter(({ isChangedSinceReview }) => isChangedSinceReview).length;
  const reviewed = told.filter(({ state }) => state === 'reviewed').length - changed;
  if (told.length > 0 && reviewed === told.length) return 'reviewed';
  if (reviewed + changed === 0) {
    return told.some(({ state }) => state === 'inReview') ? 'in review' : 'not reviewed yet';
  }
  if (told.length === 1) return 'changed since it was reviewed';
  return [`${reviewed} of ${told.length} parts reviewed`, changed > 0 ? `${changed} changed since` : '']
    .filter(Boolean)
    .join(', ');
}

function signedWords(told: readonly PartReview[]): string {
  const signers = told.map(
    ({ signOffs }) =>
      new Set(signOffs.filter((one) => one.holds && isProven(one)).map(({ record }) => nameKey(record.by))),
  );
  const [first = new Set<string>(), ...others] = signers;
  const ofAll = [...first].filter((name) => others.every((names) => names.has(name))).length;
  if (ofAll > 0) return `signed by ${ofAll} for this version`;
  const signed = signers.filter(({ size }) => size > 0).length;
  return signed === 0 ? '' : `${signed} of ${told.length} parts signed for this version`;
}
