import { anyOf } from './anyOf';
import { findNumbers, type Quantity } from './findNumbers';
import { rangesOf } from './textRange';

/** "7 of 10" is a rate; "71 of 120 homes" says itself how many were counted. */
const roundWholes = new Set([2, 3, 4, 5, 10, 100, 1000]);
const effectWords = anyOf(
  String.raw`faster|slower|cheaper|sooner|quicker|earlier|\d+ ?x|twice (?:as|the)|as many|fewer`,
  'saves?|saved|saving|cuts?|cutting',
  String.raw`reduc\w{1,6}|increas\w{1,6}|improv\w{1,6}|down from|up from|drops?|dropped|rose`,
  'rises?|fell|falls?|grew',
  'shrinks?|shrank|shrunk|lowers?|lowered|boosts?|boosted|raises?|shortens?|shortened|already',
  'wast\\w{1,4}|lose',
  'loses|losing|on average|trust it|rely on it|use it|have used|have chosen|have switched',
  'have signed up|more likely',
  'less likely|schneller|günstiger|spart|sparen|weniger|senkt|verringert|kürzer|steigert',
);
const effect = new RegExp(String.raw`\b${effectWords}\b`, 'iu');
const fraction = '(?:an?|one|two|three) (?:third|quarter|fifth|half|tenth)s?';
/** Effects told without figures: "cuts idling by a third", "halves the wait", "threefold". */
const wordedEffect = new RegExp(
  anyOf(
    String.raw`(?<!\p{L})by (?:${fraction}|half)(?!\p{L}| past| an hour| a day)`,
    String.raw`(?<!\p{L})(?:in|to|takes?) half the (?:time|cost|price|number|work)`,
    String.raw`(?<!\p{L}|two |both )(?:halves|halved|doubles|doubled|triples|tripled|quadruples|halbiert|verdoppelt)`.concat(
      String.raw`(?= (?:the|its|their|his|her|your|our|how|in|since|die|den|das)(?!\p{L}))`,
    ),
    String.raw`(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|hundred)-?fold(?!\p{L})`,
    String.raw`(?<!\p{L})${fraction} (?:fewer|less|more|faster|cheaper|quicker)(?!\p{L})`,
    String.raw`(?<!\p{L})um ein (?:Drittel|Viertel|Fünftel)|um die Hälfte`,
  ),
  'giu',
);
/** Shares that are the company's own to set, or what a thing is made of. */
const termWords = anyOf(
  'rate|rates|interest|deposit|discount|rebate|commission|fee|fees|VAT|tax|taxes|tariff|APR',
  'royalty|royalties|off|refund',
  'refunds|refunded|instal\\w{2,5}|down payment|grant|subsidy|of the price|of the fee|of the sum',
  'of the fare|of the rent',
  'of the sale|of sales|pays? out|concentration|alcohol|cotton|wool|linen|cocoa|fat|recycled',
  'steel|silver|gold|humidity',
  'brightness|zoom|charge|charged|full|battery|gradient|slope|opacity|volume|Rabatt|Zinsen?',
  'Anzahlung|Steuer|Provision',
);
const term = new RegExp(String.raw`\b${termWords}\b`, 'iu');
const priced =
  /\b(?:costs?|price[ds]?|pays?|paid|fees?|charges?|rents? for|sells? for|kostet|zahlt|zahlen)\b/iu;
const time =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|nights?|times|sekunden?|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?)$/u;
/** What a thing measures is seen by anybody who has one. */
const measured = new RegExp(
  `^${anyOf(
    'mm|cm|m|km|metres?|meters?|kilometres?|kilometers?|inch|inches|feet|foot|ft|yards?|miles?',
    'acres?|hectares?|kg|g|grams?',
    'kilos?|tonnes?|tons?|pounds?|lbs?|ounces?|litres?|liters?|gallons?|ml|degrees?|watts?|kw|kwh',
    'volts?|amps?|mah|gb|mb|tb|kb',
    'mbps|pixels?|dpi|hz|bar|psi|pages?|lines?|columns?|questions?|boxes|fields?|signatures?',
    'steps?|stairs|floors?|storeys?',
    'buttons?|languages?|Seiten?|Fragen?|Felder|Zeilen?|Knöpfe|Sprachen?',
  )}$`,
  'iu',
);
/** Fewer than these somebody may have seen for themselves; more must have been counted. */
const countedFrom = 20;

/** Words that say how much of something without a figure, as numbers of their own. */
function wordedEffects(text: string): Quantity[] {
  return rangesOf(text, wordedEffect).map((range) => {
    return { ...range, kind: 'multiple', value: 2, unit: '', currency: '' };
  });
}

/** Numbers that speak of the world or of an effect; what the product is and costs is the company's own to say. */
export function findClaims(sentence: string, isProblem: boolean): Quantity[] {
  const hasEffect = effect.test(sentence);
  const isTerm = term.test(sentence) && !hasEffect;
  const isPriced = priced.test(sentence);
  const claims = findNumbers(sentence).filter((number) => {
    const { kind, value } = number;
    // "100 %" and "0 %" are figures of speech more often than measurements.
    if (kind === 'percent' && (value === 0 || value === 100)) return false;
    if (kind === 'worded' || isAge(sentence, number)) return false;
    if (kind === 'share') return roundWholes.has(value);
    if (kind === 'percent') return !isTerm;
    if (kind === 'multiple') return true;
    if (isProblem) return kind === 'money' || isCounted(number, hasEffect);
    return (
      value > 1 &&
      hasEffect &&
      !(kind === 'money' && isPriced) &&
      !(kind === 'count' && isPriced && value < countedFrom)
    );
  });
  return [...claims, ...wordedEffects(sentence)].sort((a, b) => a.from - b.from);
}

/** "A 60-year-old", "aged 12". */
function isAge(sentence: string, { from, to }: Quantity): boolean {
  return (
    /^s?-?\s?old\b/iu.test(sentence.slice(to, to + 6)) ||
    /\b(?:aged?|children of|im Alter von)\s$/iu.test(sentence.slice(Math.max(0, from - 14), from))
  );
}

function isCounted({ value, unit }: Quantity, hasEffect: boolean): boolean {
  if (measured.test(unit)) return hasEffect;
  return value >= countedFrom || time.test(unit) || hasEffect;
}
