import { findLeftovers } from '../../check/templateText';
import type { CoachDocument } from '../coachDocument';
import type { Statement } from '../reading/findStatements';
import type { PhraseList } from '../reading/words';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds quotations that nobody says, or that a stand-in such as "Sample Person" says. */
export function findUnnamedQuote(document: CoachDocument, settings: RuleSettings): Hit[] {
  const standIns = settings.phrases('placeholderPeople');
  return document.statements.flatMap((statement) => judge(statement, standIns));
}

function judge(statement: Statement, standIns: PhraseList): Hit[] {
  const { attribution, block, range, name, piece } = statement;
  const standIn = standIns.find(attribution)[0];
  if (standIn || findLeftovers(attribution).length > 0) {
    const at =
      attribution === ''
        ? undefined
        : piece.blocks.find(({ text, textWords }) => standIns.has(text, textWords));
    const words = standIn ? attribution.slice(standIn.from, standIn.to) : '';
    const found = at && words !== '' ? { at, from: at.text.indexOf(words) } : null;
    const place = found && found.from !== -1 ? { from: found.from, to: found.from + words.length } : range;
    return [hitIn(found && found.from !== -1 ? found.at : block, place, { variant: 'standIn' })];
  }
  if (name !== '' || isOwnedUp(statement)) return [];
  return [hitIn(block, range)];
}

/** A role with a mark that the words are invented is honest, and asks for no name. */
function isOwnedUp({ attribution, block, piece }: Statement): boolean {
  const hasRole = attribution.replace(/\[[^\]]*\]/gu, '').trim().length > 3;
  return (
    hasRole &&
    (block.honestMarks.length > 0 || piece.blocks.some(({ honestMarks }) => honestMarks.length > 0))
  );
}
