import { longDate } from '../export/stamp';
import type { EvidenceRecord } from './evidenceRecord';
import { stateNames } from './stateNames';

/**
 * A source card as one line for a footnote: "Heard: Fourteen interviews, Ines Halloran, 14 September 2026.
 * Attached: interviews.pdf." A file that is not there any more is still named, and said to be missing.
 */
export function sourceLine(record: EvidenceRecord | null, isFileMissing = false): string {
  if (!record) return `${stateNames.unknown}: no source yet.`;
  const { state, what, who, when, link, note } = record;
  const said = [what, who, when === '' ? '' : longDate(when)].map(oneLine).filter(Boolean).join(', ');
  const told = [said, link.trim(), oneLine(note)].filter(Boolean).join('. ');
  const source = [told, attachedLine(record, { isAlone: told === '', isFileMissing })];
  const line = source.filter(Boolean).join('. ') || 'no source yet';
  return `${stateNames[state]}: ${/[.!?]$/.test(line) ? line : `${line}.`}`;
}

/** What a card's file is called; "picture" on cards of the time when files had no names; '' without a file. */
export function attachedName({ asset, file }: Pick<EvidenceRecord, 'asset' | 'file'>): string {
  return asset === '' ? '' : oneLine(file?.name ?? 'picture');
}

function attachedLine(record: EvidenceRecord, how: { isAlone: boolean; isFileMissing: boolean }): string {
  const name = attachedName(record);
  if (name === '') return '';
  const missing = how.isFileMissing ? ' (the file is missing)' : '';
  const kind = record.file ? 'file ' : '';
  return how.isAlone ? `see the attached ${kind}${name}${missing}` : `Attached: ${name}${missing}`;
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ').replace(/\.$/, '');
