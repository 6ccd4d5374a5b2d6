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
  const attached = attachedName(record);
  const file = attached === '' ? '' : `Attached: ${attached}${isFileMissing ? ' (the file is missing)' : ''}`;
  const more = [link.trim(), oneLine(note), file].filter(Boolean).join('. ');
  const source = said === '' && more === '' ? 'no source yet' : [said, more].filter(Boolean).join('. ');
  return `${stateNames[state]}: ${/[.!?]$/.test(source) ? source : `${source}.`}`;
}

/** What a card's file is called; "a picture" on cards of the time when files had no names; '' without a file. */
export function attachedName({ asset, file }: Pick<EvidenceRecord, 'asset' | 'file'>): string {
  return asset === '' ? '' : oneLine(file?.name ?? 'a picture');
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ').replace(/\.$/, '');
