import { type CoachDocument, releaseProse, wordsIn } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import { type Hit, hitOn, type RuleSettings } from '../rule';

/** A paragraph that tells nothing of it so far tells nothing of it at all. */
const readLetters = 4000;
const copingWords = anyOf(
  'asked|used|relied|tried|tapped|walked|gone|got|gotten|kept|made|paid|sent|taken|bought|hired',
  'rented|borrowed|called',
  'phoned|rung|written|wrote|copied|carried|guessed|waited|swapped|ordered|posted|glued|chalked',
  'booked|queued|driven',
  'shared|stuck|taped|measured|counted|held|worked|lived|coped|managed|muddled|turned|stood|met',
  'raked|shovelled|drawn',
);
/** "Keepers have asked farmers, bought sugar, or moved …", "people solved this with a ladder". */
const coping = new RegExp(
  anyOf(
    String.raw`\p{L}{3,}s (?:have|had) (?:always |long |mostly |mainly |so far )?${copingWords}\b`,
    String.raw`\b(?:solved|solve|handled|handle|did|do|managed|manage) (?:this|that|it) (?:with|by|without)\b`,
    String.raw`\b\p{L}{3,}s (?:book|take|keep|phone|ring|carry|copy|print|borrow|rent|hire|chalk|pin|note) (?:an?|the|it|on|in|their|up)\b`,
  ),
  'iu',
);

function tellsHabits(text: string): boolean {
  return coping.test(text.slice(0, readLetters));
}

/** Finds a problem and solution that never say how people cope today. */
export function findNoAlternative(document: CoachDocument, settings: RuleSettings): Hit[] {
  const all = releaseProse(document).filter(({ section }) => section !== 'heading' && section !== 'about');
  const told = all.filter(({ section }) => section === 'problem' || section === 'solution');
  const blocks = told.length > 0 ? told : all;
  const words = wordsIn(blocks);
  if (words < settings.threshold('words')) return [];
  const alternatives = settings.phrases('alternatives');
  if (blocks.some(({ text, textWords }) => alternatives.has(text, textWords) || tellsHabits(text))) return [];
  const last = blocks.at(-1);
  return last ? [hitOn(last)] : [];
}
