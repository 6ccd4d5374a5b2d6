import { anyOf } from './anyOf';
import type { CoachBlock } from './coachBlock';
import type { TextRange } from './textRange';
import type { PhraseList } from './words';

/** Words that say where numbers are from. */
export interface SourceLists {
  /** Words of asking and counting; they also count in the sentence before. */
  sources: PhraseList;
  /** Diaries, logs and receipts: people keep them for other ends, too, so they count beside the number alone. */
  records: PhraseList;
}

const months = anyOf(
  'january|february|march|april|may|june|july|august|september|october|november|december',
  'januar|februar|märz|mai|juni|juli|oktober|dezember|spring|summer|autumn|winter|q[1-4]',
);
const leading = '(?:in|since|during|between|for|from|of|until|seit|im|vom) (?:the )?';
const datedSource = new RegExp(
  String.raw`(?<!\p{L})(?:${leading}|${months},? (?:of )?)(?:19|20)\d\d(?!\d)`,
  'iu',
);
/** A year says from when; "by 2030" says until when. */
const year = /(?<![\d.,$£€]|\b(?:by|until|bis) )(?:19|20)\d\d(?![\d.,]\d|\d)/u;
/** "(Statista, 2026)" */
const citation = /\(\p{Lu}[^()]{1,80}?\b(?:19|20)\d\d\)/u;
const told = anyOf(
  'found|finds|showed|shows|reported|reports|recorded|records|tracked|counted|counts|surveyed',
  'measured|says|said',
  'documented|concluded|concludes|calculated|calculates|estimates|estimated|puts|lists|listed',
  'logged|logs|names',
  'registered|registers|warns|warned|noted|notes|traces|heard|wrote|writes|states|stated|published|reckons',
  'ergab|ergaben|zeigte|zeigten|zählte|zählten|fand|fanden|ermittelte|meldet|meldete|nennt',
  'schätzt|berichtet|zählt',
);
const bodies = anyOf(
  'council|ministry|police|bureau|association|union|institute|institution|university|college',
  'agency|office|board',
  'department|federation|society|foundation|commission|authority|regulator|inspectorate|hospital',
  'clinic|county',
  'state|trust|guild|chamber|insurers?|brigade|court|registry|observatory|parliament|union|league',
  'auditor|auditors',
  'coroner|ombudsman|geologist|curator|inspectors?|surveyors?|company|firm|operator|network|statisticians?',
  'scientists|economists|researchers|committee|group|bank|club|church|school|library|museum|service|gazette',
  'Verband|Behörde|Ministerium|Amt|Kasse|Institut|Universität|Stadt|Polizei|Verein|Stiftung',
  'Kammer|Gewerkschaft',
);
/** "The police recorded", "Leeds City Council reports": somebody who counts says so. */
const bodyTells = new RegExp(
  String.raw`(?<!\p{L})${bodies}(?:['’]s)?(?:,[^,.]{1,50},)?\s(?:has\s|have\s|hat\s)?${told}(?!\p{L})`,
  'iu',
);
const nobody = anyOf(
  'It|He|She|They|We|You|I|One|Nobody|Everyone|Everybody|Somebody|Someone|People|Who|This|That|Which|Anyone',
  'Owner|Customer|User|Nothing|Everything',
);
/** "Ofcom found": one name and a verb of finding out. */
const nameTells = new RegExp(
  String.raw`(?:^|[\s“"(])(?!${nobody}\s)\p{Lu}[\p{L}-]{2,30}(?<!s)\s(?:has\s|hat\s)?${told}(?!\p{L})`,
  'u',
);

/**
 * True when words stand beside something that says where they are from: a mark such as [ASSUMED], a link, a
 * footnote, a date, somebody who counted, or words such as "according to". A mark, a dated source and such words
 * count in the sentence before, too.
 */
export function hasEvidence(block: CoachBlock, range: TextRange, lists: SourceLists): boolean {
  const { sentences, text, source } = block;
  const sentence = block.sentenceAt(range.from);
  const at = block.sentenceIndexAt(range.from);
  const before = at > 0 ? sentences[at - 1] : undefined;
  const near = { from: before?.from ?? sentence.from, to: nextMark(block, sentence.to) };
  const inside = (offset: number) => offset >= near.from && offset <= near.to;
  if (block.honestMarks.some(({ from }) => inside(from))) return true;
  if (source.links.some(({ from }) => inside(from)) || source.notes.some(inside)) return true;
  const words = text.slice(near.from, near.to);
  const own = text.slice(sentence.from, near.to);
  return (
    datedSource.test(words) ||
    citation.test(words) ||
    lists.sources.has(words) ||
    lists.records.has(own) ||
    isTold(own)
  );
}

/** The source words of the narrative's language. */
export function sourceLists({ phrases }: { phrases: (list: string) => PhraseList }): SourceLists {
  return { sources: phrases('sources'), records: phrases('sourceRecords') };
}

/** Longest sentence that is read for who says so: one without end says nothing. */
const readLetters = 2000;

function isTold(sentence: string): boolean {
  const words = sentence.slice(0, readLetters);
  return year.test(words) || bodyTells.test(words) || nameTells.test(words);
}

/** A mark may stand right behind the full stop. */
function nextMark(block: CoachBlock, to: number): number {
  const mark = block.honestMarks.find(({ from }) => from >= to && from - to <= 3);
  return mark ? mark.to : to;
}
