import { blocksOf, type CoachDocument, wordsIn } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import { type Hit, hitOn, type RuleSettings } from '../rule';

const domains = anyOf(
  'com|org|net|io|de|uk|eu|gov|edu|app|dev|example|test|info|shop|ch|at|fr|nl|us|co|ai|me',
);
const address = new RegExp(
  anyOf(
    String.raw`https?://|www\.`,
    String.raw`(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]{2,63}\.${domains}\b`,
    String.raw`[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{2,63}\.`,
    String.raw`(?<![\p{L}\p{N}.,])\+?\d{2,5}[ /-]\d[\d ()/-]{3,16}\d(?!\p{N})`,
    String.raw`\b(?:box|postfach) \d`,
    String.raw`\btext \S{1,20} to \d`,
  ),
  'iu',
);
const streets = anyOf(
  'Street|St|Road|Rd|Avenue|Ave|Lane|Square|Place|Boulevard|Drive|Way|Row|Quay|Hill|Court|Terrace',
  'Parade|Gardens',
  'Market|Wharf|Bridge|Yard|Close|Crescent|Walk|Alley|Embankment|Pier|Green|Highway|Parkway|Mews|Gate',
);
/** "At 12 Main Street", "to 6 Cheapside", "on Third Avenue", "Lange Straße 12". */
const street = new RegExp(
  anyOf(
    String.raw`(?<!\p{L})(?:[Aa]t|[Tt]o|[Ff]rom|[Ii]n|[Vv]isit|,) \d{1,5}\p{Ll}?,? \p{Lu}\p{L}+`,
    String.raw`(?:\p{Lu}[\p{L}'’.]+ ){1,4}${streets}(?!\p{L})`,
    String.raw`\p{Lu}[\p{L}-]*(?:[Ss]traße|[Ss]trasse|[Ss]tr\.|[Pp]latz|[Ww]eg|[Gg]asse|[Aa]llee) \d`,
  ),
  'u',
);

/** "On the order page" is a place; "photograph the pages" names none. */
const leading =
  /\b(?:on|at|in|from|to|via|through|under|open|visit|see|auf|unter|über)\s(?:[\p{L}'’-]+\s){0,3}$|\b(?:ask (?:the|an?)|your) (?:\p{L}+ )?$/iu;
const before = ({ text }: CoachBlock, at: number) => text.slice(Math.max(0, at - 48), at);

/** Finds a release that convinces its reader and then names nowhere to go. */
export function findNoPlaceToStart(document: CoachDocument, settings: RuleSettings): Hit[] {
  const release = blocksOf(document, 'release').filter(({ section }) => section !== 'heading');
  const words = wordsIn(release);
  if (words < settings.threshold('releaseWords')) return [];
  const ending = release.filter(({ section }) =>
    ['gettingStarted', 'callToAction', 'about'].includes(section),
  );
  const places = settings.phrases('startPlaces');
  const led = settings.phrases('startPlacesLed');
  const looked = ending.length > 0 ? ending : release.slice(-4);
  const leads = (block: CoachBlock) =>
    block.source.links.length > 0 ||
    block.source.codes.length > 0 ||
    address.test(block.text) ||
    street.test(block.text) ||
    places.has(block.text, block.textWords) ||
    led.find(block.text, block.textWords).some(({ from }) => leading.test(before(block, from)));
  if (looked.some(leads) || (ending.length === 0 && release.some(({ source }) => source.links.length > 0)))
    return [];
  const section = ending.some((block) => block.section === 'callToAction')
    ? 'callToAction'
    : (looked.at(-1)?.section ?? '');
  // A post is no release: where its readers go next is only worth a look.
  return [hitOn({ part: 'release', section }, document.isPost ? { level: 'look' } : {})];
}
