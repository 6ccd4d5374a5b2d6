import { type CoachDocument, releaseProse } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import { perSentence } from '../reading/perSentence';
import type { TextRange } from '../reading/textRange';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const excused = new Set(['callToAction', 'about']);
/** What comes later may be said to come later. */
const availabilityWords = anyOf(
  String.raw`available|availability|from \d|until|verfügbar|erhältlich`,
  'from (?:january|february|march|april|may|june|july|august|september|october|november|december)',
  'from (?:next|spring|summer|autumn)',
);
const availability = new RegExp(String.raw`\b${availabilityWords}\b`, 'iu');
/** "If it will not start": a clause that opens the sentence, up to its comma. */
const opening = /^\s*(?:if|when|whenever|once|until|wenn)\b[^,.;:!?]{0,60}$/iu;
/** Customers hope and plan, too: only what the company or its product means to do is a promise. */
const intention =
  /^(?:hopes?|expects?|plans?|intends?|intend|aims?|is (?:planning|hoping|looking)|are (?:planning|hoping|looking)|is due|are due|has plans|have plans)\b/iu;
const ours =
  /\b(?:it|we|team|company|firm|service|app|council|co-operative|cooperative|maker|crew|network|board|department|agency|ministry|university|hospital|bank|union|es|wir|das team|die firma)\b/iu;
const definite = /\b(?:the|der|die|das) \p{L}+\s$/iu;
const customer =
  /(?:customers?|users?|buyers?|guests?|visitors?|households?|famil(?:y|ies)|owners?|tenants?|parents?|nurses?|\p{L}{3,}ers)\s$/iu;
const inquiring =
  /(?<=\S\s)(?:what|when|where|whether|if|how|who|which|until|that|than|was|wann|ob|wie)\b[^.;:!?]{0,40}$/iu;

/** Finds the future tense in a release, which is written as if its day had come. */
export function findWrongTense(document: CoachDocument, settings: RuleSettings): Hit[] {
  const future = settings.phrases('future');
  const level = document.isPressForm ? {} : { level: 'look' as const };
  return releaseProse(document)
    .filter(({ section }) => !excused.has(section))
    .flatMap((block) => {
      const isAboutOpening = perSentence(block, ({ from, to }) =>
        availability.test(block.prose.slice(from, to)),
      );
      return future
        .find(block.prose, block.words)
        .filter((range) => !isAboutOpening(range.from) && isPromise(block, range))
        .filter((range) => isOurs(block, range, document))
        .map((range) => hitIn(block, range, level));
    });
}

/** "Know what it will cost" is no promise about the product, nor is "a will". */
function isPromise(block: CoachBlock, range: TextRange): boolean {
  // A release asks nothing, so "Will" with a capital is a person.
  if (block.prose.slice(range.from, range.to) === 'Will') return false;
  const { from } = block.sentenceAt(range.from);
  const before = block.prose.slice(Math.max(from, range.from - 64), range.from);
  if (opening.test(block.prose.slice(from, range.from).slice(-90))) return false;
  return (
    !inquiring.test(before) &&
    !/\b(?:a|the|free|good|ill|own|her|his|my|their|your|our|last|living)\s+$/iu.test(before)
  );
}

function isOurs(block: CoachBlock, range: TextRange, { names }: CoachDocument): boolean {
  if (!intention.test(block.prose.slice(range.from, range.to))) return true;
  const { from } = block.sentenceAt(range.from);
  const subject = block.prose.slice(Math.max(from, range.from - 80), range.from);
  const named = [names.company, names.product].some((name) => name.length > 2 && subject.includes(name));
  if (named || (definite.test(subject) && !customer.test(subject))) return true;
  return ours.test(subject) || block.names.some((name) => name.from >= from && name.to <= range.from);
}
