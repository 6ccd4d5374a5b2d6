import type { CoachDocument } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import type { CoachPiece } from '../reading/coachPiece';
import { findNumbers } from '../reading/findNumbers';
import type { TextRange } from '../reading/textRange';
import { splitWords } from '../reading/words';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const asksNumberWords = anyOf(
  'how (?:much|many|long|often|big|large|fast|soon|far|tall|heavy|old|deep|wide|hot|cold|high|late|early|thick|loud)',
  'what (?:does|do|will|would) [^?]{1,60} (?:cost|weigh)|what is the (?:price|cost|fee|charge|weight|range)',
  'what (?:does|will|would|is) (?:it|the price|this|the cost)(?: cost)?',
  'what (?:percentage|share|number)|wie ?viele?|wie lange|wie oft|was kostet',
);
const asksNumber = new RegExp(String.raw`\b${asksNumberWords}\b`, 'iu');
const asksMeasure =
  /^how (?:many|long|often|far|tall|heavy|old|deep|wide|hot|cold|high|thick|loud|fast|soon|big|large)\b|\bhow (?:many|long|often)\b|wie/iu;
const asksWhen = /^(?:when|since when|until when|by when|wann|seit wann|bis wann)\b/iu;
const asksPrice = /\b(?:how much|cost|costs|price|kostet|preis)\b/iu;
const asksYesNoWords = anyOf(
  'is|are|does|do|did|can|could|will|would|has|have|should|may|ist|sind|kann|können|wird|gibt|hat',
  'muss|darf',
);
const asksYesNo = new RegExp(String.raw`^${asksYesNoWords}\b`, 'iu');
const anyTimeWords = anyOf(
  'today|tomorrow|now|never|always|once|after|before|when|as soon as|until|from|at|on|in|within',
  'every|each|daily|weekly|monthly|yearly|immediately|not known|not yet|unknown|no date|open',
  'heute|morgen|jetzt|nie|sobald|ab|nach|noch nicht',
);
const anyTime = new RegExp(String.raw`\d|\b${anyTimeWords}\b`, 'iu');
const asksToTell =
  /^(?:can|could|would|will|do) you (?:please )?(?:remind|tell|explain|describe|give|share|show|list|say)\b/iu;
const yesNoWords = anyOf(
  'yes|no|not|never|always|only|partly|mostly|usually|rarely|sometimes|often|any|all|every|soon',
  "already|either|both|nothing|none|nobody|cannot|can't|can’t|don't|don’t|doesn't|doesn’t|isn't",
  String.raw`isn’t|won't|won’t|without|sure|of course|correct|ja|nein|nicht|kein\p{L}{0,2}|nur`,
);
const yesNo = new RegExp(String.raw`\b${yesNoWords}\b|\b(?:unknown|not known|open)\b`, 'iu');
const anyNumberWords = anyOf(
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|half',
  'quarter|third|once|twice|zero|nothing|none|never|free|no (?:charge|cost|limit|one)|nobody',
  'unlimited|as (?:many|long|often) as|not known|unknown|immediately|at once|instantly',
  String.raw`ein\p{L}{0,2}|zwei|drei|nichts|keine|kostenlos`,
);
const anyNumber = new RegExp(String.raw`\d|\b${anyNumberWords}\b`, 'iu');
/** Answers that measure by something known: "like a full kettle", "the same as a bus ticket", "to the end of the yard". */
const comparedWords = anyOf(
  'the same|as (?:much|long|heavy|tall|old|big|far|often|fast|hot|cold|little|few) as|like an?',
  'no (?:more|longer|older) than',
  '(?:less|more|lighter|heavier|longer|shorter|faster|taller|smaller|bigger|older) than (?:an?|the|your|one)|about an?',
  'day|days|night|nights|week|weeks|month|months|year|years|hour|hours|minutes?|seconds?|morning',
  'afternoon|evening|until',
  'to the|from the|across the|through the|within|beyond|any age|all ages|no age|size of|weight of',
  'height of|length of',
  String.raw`so viel wie|wie ein\p{L}{0,2}|bis zum|bis zur|Tag|Tage|Woche|Wochen|Monat|Jahr|Stunde|Stunden`,
);
const compared = new RegExp(String.raw`\b${comparedWords}\b`, 'iu');

const plainAnswer = /^\s*(?:A:\s*)?(?:yes|no|not|never|nothing|none|ja|nein|nichts)\b/iu;
const virtue =
  /^(?: (?:of|in|at|for) [^,.;]{1,30})? (?:is|are|was|were|means?|matters?|comes?|has|have|differs?|plays?|remains?|grows?|depends?|changes?|var(?:y|ies)|deserves?)\b/iu;

/** Finds answers that talk round their question. Open questions are honest and left alone. */
export function findDodgedQuestions(document: CoachDocument, settings: RuleSettings): Hit[] {
  return document.pieces
    .filter(({ kind, state }) => kind === 'faqItem' && state !== 'blocked')
    .flatMap((piece) => judgeItem(piece, settings));
}

function judgeItem(piece: CoachPiece, settings: RuleSettings): Hit[] {
  const question = piece.blocks.find(({ source }) => source.kind === 'faqQuestion');
  const answer = piece.blocks.find(({ source }) => source.kind !== 'faqQuestion');
  if (!question || !answer || answer.honestMarks.length > 0 || answer.isCode) return [];
  const first = firstSentence(answer);
  const opening = answer.text.slice(first.from, first.to);
  const evasive = settings.phrases('evasive').find(opening)[0];
  if (evasive && evasive.from < settings.threshold('openingLetters')) {
    const range = { from: first.from + evasive.from, to: first.from + evasive.to };
    return [hitIn(answer, range, { variant: 'evasive' })];
  }
  const round = talkedRound(opening, settings);
  if (round)
    return [
      hitIn(answer, { from: first.from + round.from, to: first.from + round.to }, { variant: 'evasive' }),
    ];
  const variant = missedBy(question.text, opening, answer);
  return variant === null ? [] : [hitIn(answer, first, { variant })];
}

/** "Safety is our top priority": a virtue in place of an answer, in a sentence without any fact. */
function talkedRound(opening: string, settings: RuleSettings): TextRange | null {
  if (/\d/u.test(opening) || plainAnswer.test(opening)) return null;
  const [phrase] = settings.phrases('evasiveAnywhere').find(opening);
  if (phrase) return phrase;
  const [subject] = settings.phrases('evasiveSubjects').find(opening);
  const isSubject = subject?.from === opening.search(/\p{L}/u) && virtue.test(opening.slice(subject.to));
  return isSubject ? { from: 0, to: opening.length } : null;
}

/** "A:" before the answer is no word of it; "Yes." alone is followed by what matters. */
function firstSentence(answer: CoachBlock) {
  return answer.sentences[0] ?? { from: 0, to: answer.text.length };
}

function missedBy(question: string, opening: string, answer: CoachBlock): string | null {
  if (repeats(question, opening)) return 'repeated';
  const asked = question.replace(/^\s*(?:Q|F)\d{0,3}\s*[:.]\s*/iu, '');
  if (asksNumber.test(asked) && (asksPrice.test(asked) || asksMeasure.test(asked))) {
    const isNumbered =
      anyNumber.test(opening) ||
      compared.test(opening) ||
      findNumbers(opening).length > 0 ||
      answer.source.list !== null;
    return isNumbered ? null : 'number';
  }
  if (asksWhen.test(asked)) return anyTime.test(opening) && !/\bimportant\b/iu.test(opening) ? null : 'when';
  if (!asksYesNo.test(asked) || asksToTell.test(asked) || /\bor\b|\boder\b/iu.test(asked)) return null;
  return yesNo.test(opening) || stated.test(opening) || restates(asked, opening) ? null : 'yesNo';
}

/** "Does it work offline? It keeps the list …" tells what happens, and so answers. */
const stated = /^\s*(?:A:\s*)?(?:it|you|they|he|she|anyone|everyone|es|sie) \p{L}+/iu;

/** "Can I export? You can export …" says yes with other words. */
function restates(question: string, opening: string): boolean {
  const verb = splitWords(question)[0]?.lower ?? '';
  const words = splitWords(opening).map(({ lower }) => lower);
  if (words.slice(0, 8).includes(verb)) return true;
  const content = contentWords(question);
  return (
    content.length > 0 &&
    content.filter((word) => words.includes(word)).length >= Math.ceil(content.length / 2)
  );
}

function repeats(question: string, opening: string): boolean {
  const asked = contentWords(question);
  if (asked.length < 3 || !opening.trim().endsWith('?')) return false;
  const words = splitWords(opening).map(({ lower }) => lower);
  return asked.filter((word) => words.includes(word)).length / asked.length >= 0.8;
}

function contentWords(text: string): string[] {
  return splitWords(text)
    .map(({ lower }) => lower)
    .filter((word) => word.length > 3);
}
