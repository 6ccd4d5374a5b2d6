import { type CoachDocument, sectionOf } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import { perSentence } from '../reading/perSentence';
import { rangesOf, type TextRange } from '../reading/textRange';
import { wordSet } from '../reading/wordSet';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const forms = wordSet("is are was were be been being gets got isn't aren't wasn't weren't");
const between = new Set(
  'not never often always usually then also already automatically simply still now only being been'.split(
    ' ',
  ),
);
const irregular = wordSet(
  'made done given taken sent seen found held kept left lost paid put read said sold shown built',
  'bought brought caught chosen cut driven drawn written known broken spent stolen thrown understood',
  'worn hidden forgotten beaten begun eaten fallen frozen grown hit hurt laid led lent met rung set',
  'shut spread stuck taught torn won',
);
/** Participles that have become adjectives: nobody is hidden behind them. */
const adjectives = wordSet(
  'interested used supposed based located tired excited pleased married worried called named related',
  'concerned needed limited allowed closed opened prepared experienced dedicated committed determined',
  'satisfied involved detailed complicated crowded advanced gone born red bed need speed indeed',
  'hundred embed left set',
);

/** Finds sentences in problem and solution that hide who acts, when there are many of them. */
export function findPassive(document: CoachDocument, settings: RuleSettings): Hit[] {
  return ['problem', 'solution'].flatMap((key) => {
    const blocks = sectionOf(document, 'release', key)?.blocks ?? [];
    const sentences = blocks.reduce((sum, block) => sum + block.sentences.length, 0);
    const hits = blocks.flatMap((block) => passivesIn(block).map((range) => hitIn(block, range)));
    const isFrequent = hits.length / Math.max(1, sentences) > settings.threshold('share');
    return isFrequent && hits.length >= settings.threshold('least') ? hits : [];
  });
}

/** "By the clerk" says who acts; "by Monday" says when. */
const actorWords = anyOf(
  String.raw`end|time|then|now|\d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|hand`,
);
const actor = new RegExp(String.raw` by (?!(?:the )?${actorWords}\b)`, 'gu');

function passivesIn(block: CoachBlock): TextRange[] {
  const { words, prose } = block;
  const lastActor = perSentence(block, ({ from, to }) => {
    const last = rangesOf(prose.slice(from, to), actor).at(-1);
    return last ? from + last.from : -1;
  });
  return words.flatMap((word, index): TextRange[] => {
    if (!forms.has(word.lower)) return [];
    let next = index + 1;
    while (between.has(words[next]?.lower ?? '')) next += 1;
    const participle = words[next];
    if (!participle || next - index > 3 || !isParticiple(participle.lower)) return [];
    if (/[.,;:!?]/u.test(prose.slice(word.to, participle.from))) return [];
    return lastActor(participle.from) >= participle.to ? [] : [{ from: word.from, to: participle.to }];
  });
}

function isParticiple(lower: string): boolean {
  return !adjectives.has(lower) && (irregular.has(lower) || (lower.length > 4 && lower.endsWith('ed')));
}
