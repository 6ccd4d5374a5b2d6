/** The telling words of a text: their stems, each with the word as it was written first. */
export type Terms = ReadonlyMap<string, string>;

/** Reads the telling words of texts and remembers them by text. */
export type TermReader = (text: string) => Terms;

const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu;
const unspaced = /[\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}]/u;
/** Texts longer than this are about many things, so their ends tell little. */
const longestRead = 4000;
const rememberedAtMost = 4000;

/** Makes a reader for a narrative's language, which only matters where words stand without spaces. */
export function createTermReader(language: string): TermReader {
  const known = new Map<string, Terms>();
  return (text) => {
    const kept = known.get(text);
    if (kept) return kept;
    if (known.size >= rememberedAtMost) known.clear();
    const terms = readTerms(text.slice(0, longestRead), language);
    known.set(text, terms);
    return terms;
  };
}

function readTerms(text: string, language: string): Terms {
  const terms = new Map<string, string>();
  for (const word of splitWords(text, language)) {
    const folded = word.normalize('NFKC').toLowerCase().replaceAll('’', "'");
    if (isQuiet(folded)) continue;
    const stem = stemOf(folded);
    if (!terms.has(stem)) terms.set(stem, word);
  }
  return terms;
}

function splitWords(text: string, language: string): string[] {
  if (!unspaced.test(text)) return text.match(words) ?? [];
  const [known] = Intl.Segmenter.supportedLocalesOf([language].filter(isLocale));
  const segments = new Intl.Segmenter(known, { granularity: 'word' }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

function isLocale(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}

function isQuiet(word: string): boolean {
  if (stopWords.has(word)) return true;
  return word.length < 3 && !unspaced.test(word) && !/\d/.test(word);
}

const endings = /(?:'s|ings?|edly|ed|es|ly|s|ern|em|en|er|e|n)$/;

/** A word without its ending, so that "films" and "filming" are one word; short stems keep theirs. */
function stemOf(word: string): string {
  const stem = word.replace(endings, '');
  return stem.length >= 3 ? stem : word;
}

/** Words that every text has. */
const stopWords: ReadonlySet<string> = new Set(
  `a about after again all also an and any anyone anything are as at be because been before but by can could day days did do does done down
  each ever every everyone everything few first for from get gets got had has have he her here hers him his how i if in into is it its just last
  let like made make makes many may me more most much must my need needs new no nobody not nothing now of off on once one only or
  other our out over own per she should so some someone something such take takes than that the their them then there these they
  thing things this those through time times to today too two under until up us use used uses using very want wants was way we well
  were what when where which while who why will with without would you your
  aber alle als am an auch auf aus bei bin bis da das dass dem den der des die dir doch du durch ein eine einem
  einen einer eines er es für hat haben hier ich ihr im in ist ja jede jeder jetzt kann kein keine man mehr mein mit
  nach nicht noch nun nur oder ohne sein sich sie sind so um und uns unser vom von vor was wenn wer wie wir wird zu
  zum zur`.split(/\s+/),
);
