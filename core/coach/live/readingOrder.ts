import type { NamedFinding } from '../../check/narrativeCheck';
import { partDefinitions, partKeys } from '../../narrative/parts';
import type { CoachDocument } from '../coachDocument';
import type { AskedFinding } from './coachMessages';

/** How much of the text around the words is shown, in characters. */
const contextLength = 48;

/** Questions as a reader meets their words, each with what stands around it. */
export function inReadingOrder(document: CoachDocument, findings: readonly NamedFinding[]): AskedFinding[] {
  const pieces = new Map(
    document.pieces.map((piece, index) => [`${piece.part}/${piece.section}`, { index, text: piece.text }]),
  );
  const placeOf = ({ part, section }: NamedFinding) =>
    pieces.get(`${part}/${section}`)?.index ??
    partDefinitions[part].sections.findIndex(({ key }) => key === section);
  return findings
    .toSorted(
      (a, b) =>
        partKeys.indexOf(a.part) - partKeys.indexOf(b.part) || placeOf(a) - placeOf(b) || a.from - b.from,
    )
    .map((finding) => withContext(finding, pieces.get(`${finding.part}/${finding.section}`)?.text ?? ''));
}

function withContext({ example, help, ...finding }: NamedFinding, text: string): AskedFinding {
  const { from, to, quote } = finding;
  if (quote === '' || text.slice(from, to) !== quote) return { ...finding, before: '', after: '' };
  const before = text.slice(Math.max(0, from - contextLength), from);
  const after = text.slice(to, to + contextLength);
  return {
    ...finding,
    before: startOfWord(before.slice(before.lastIndexOf('\n') + 1), from - before.length > 0),
    after: endOfWord(after.split('\n')[0] ?? '', after.length === contextLength),
  };
}

function startOfWord(text: string, isCut: boolean): string {
  return isCut && text.length === contextLength ? `… ${text.slice(text.indexOf(' ') + 1)}` : text;
}

function endOfWord(text: string, isCut: boolean): string {
  return isCut && text.length === contextLength ? `${text.slice(0, text.lastIndexOf(' '))} …` : text;
}
