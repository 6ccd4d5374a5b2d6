import { type CoachDocument, sectionOf } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import { type Hit, hitIn, hitOn, type RuleSettings } from '../rule';

const ordinalStepWords = anyOf(
  String.raw`first|second|third|fourth|then|next|after that|finally|step \d|zuerst|dann|danach|schließlich`,
);
const ordinalStep = new RegExp(String.raw`(?:^|[.;:,]\s)${ordinalStepWords}\b`, 'giu');

/** Finds a start that takes many steps, or work such as configuring and migrating. */
export function findHardStart(document: CoachDocument, settings: RuleSettings): Hit[] {
  const start = sectionOf(document, 'release', 'gettingStarted');
  if (!start) return [];
  const listed = start.blocks.filter(({ source }) => source.list !== null).length;
  const told = [...start.text.matchAll(ordinalStep)].length;
  const steps = Math.max(listed, told, announcedIn(start.text), ordered(start.text, settings));
  const hard = settings.phrases('hardStart');
  const words = start.blocks.flatMap((block) =>
    hard
      .find(block.prose, block.words)
      .filter(
        ({ from }) =>
          !/\b(?:no need to|nothing to|without|no|never|not) (?:\p{L}+ )?$/iu.test(
            block.prose.slice(Math.max(0, from - 30), from),
          ),
      )
      .map((range) => hitIn(block, range, { variant: 'work' })),
  );
  if (steps <= settings.threshold('steps')) return words;
  return [hitOn(start, { slots: { count: String(steps) } }), ...words];
}

/** Where one thing that the reader is told to do ends and the next begins. */
const between =
  /[.;:!?,]\s+(?:and\s+|then\s+|next,?\s+|finally,?\s+|und\s+|dann\s+)*|\s(?:and|then|und)\s(?:then\s)?/giu;
const readLetters = 4000;

/** How many things the reader is told to do; 0 where they are so few that they are one movement. */
function ordered(text: string, settings: RuleSettings): number {
  const orders = settings.phrases('startOrders');
  const count = text
    .slice(0, readLetters)
    .split(between)
    .filter((words) => {
      const [first] = orders.find(
        words.replace(/^\s*(?:first|second|then|next|finally|dann|danach),?\s+/iu, ''),
      );
      return first?.from === 0;
    }).length;
  return count > settings.threshold('commands') ? count : 0;
}

const numberWords = ['four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const announced = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${numberWords.join('|')}|\d{1,2}) ` +
    String.raw`(?:\p{L}+ )?(?:steps|things|forms|stages|tasks)\b`,
  'iu',
);

/** "There are seven things to do first" says itself how many steps it takes; 0 where nothing is counted. */
function announcedIn(text: string): number {
  const count = announced.exec(text)?.[1]?.toLowerCase();
  if (count === undefined) return 0;
  return /^\d/u.test(count) ? Number(count) : numberWords.indexOf(count) + 4;
}
