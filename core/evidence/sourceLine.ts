import { longDate } from '../export/stamp';
import type { EvidenceRecord } from './evidenceRecord';
import { stateNames } from './stateNames';

/** A source card as one line for a footnote: "Heard: Fourteen interviews, Ines Halloran, 14 September 2026." */
export function sourceLine(record: EvidenceRecord | null): string {
  if (!record) return `${stateNames.unknown}: no source yet.`;
  const { state, what, who, when, link, note } = record;
  const said = [what, who, when === '' ? '' : longDate(when)].map(oneLine).filter(Boolean).join(', ');
  const more = [link.trim(), oneLine(note)].filter(Boolean).join('. ');
  const source = said === '' && more === '' ? 'no source yet' : [said, more].filter(Boolean).join('. ');
  return `${stateNames[state]}: ${/[.!?]$/.test(source) ? source : `${source}.`}`;
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ').replace(/\.$/, '');
