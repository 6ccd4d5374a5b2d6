import { honestMark } from '../../check/templateText';
import type { PartKey } from '../../narrative/parts';
import { countWords } from '../../narrative/plainText';
import type { NodeName } from '../../narrative/richText';
import { anyOf } from './anyOf';
import { findNames, type ProperName } from './findNames';
import { findQuotations } from './findQuotations';
import { splitSentences } from './splitSentences';
import { blankRanges, rangesOf, type TextRange } from './textRange';
import { splitWords, type Word } from './words';

/** What the tree says about a block of text, before anything in it is read. */
export interface BlockSource {
  part: PartKey;
  section: string;
  kind: NodeName;
  text: string;
  list: 'bullet' | 'ordered' | null;
  /** Inside a block quotation. */
  isCited: boolean;
  codes: readonly TextRange[];
  links: readonly TextRange[];
  /** Offsets at which footnotes hang. */
  notes: readonly number[];
}

const brackets = /\[[^[\]\n]{1,200}\]/gu;
const unknown = anyOf(
  "not known yet|not yet known|unknown so far|(?:we )?do(?:n['’]t| not) know yet",
  'noch nicht bekannt|noch offen',
);
const honestPhrases = new RegExp(String.raw`\b${unknown}\b`, 'giu');
const addresses = new RegExp(
  anyOf(
    String.raw`(?:https?://|www\.)\S+`,
    String.raw`(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}`,
    String.raw`(?<![\w.-])[\w-]{2,63}\.(?:example|com|org|net|io|gov|de|uk|app|dev)\b(?:/\S*)?`,
  ),
  'gu',
);

/** What was found in a text so far; offsets count in the text, so they hold wherever it stands. */
interface Reading {
  sentences?: TextRange[];
  quotations?: TextRange[];
  honest?: TextRange[];
  prose?: string;
  words?: readonly Word[];
  textWords?: readonly Word[];
  names?: readonly ProperName[];
  wordCount?: number;
}

/** One paragraph, list item, heading or line of a narrative; what is in it is read when first asked for. */
export class CoachBlock {
  readonly #read: Reading;

  constructor(
    readonly source: BlockSource,
    /** Offset of the block in the text of its section or item. */
    readonly from: number,
    read: Reading = {},
  ) {
    this.#read = read;
  }

  /** The same words further on; what was read in them is not read again. */
  movedBy(letters: number): CoachBlock {
    return new CoachBlock(this.source, this.from + letters, this.#read);
  }

  get part(): PartKey {
    return this.source.part;
  }

  get section(): string {
    return this.source.section;
  }

  get text(): string {
    return this.source.text;
  }

  get isCode(): boolean {
    return this.source.kind === 'codeBlock';
  }

  get sentences(): readonly TextRange[] {
    this.#read.sentences ??= splitSentences(this.text);
    return this.#read.sentences;
  }

  get quotations(): readonly TextRange[] {
    this.#read.quotations ??= findQuotations(this.text);
    return this.#read.quotations;
  }

  /** Marks that admit what is not known, or say how it is known, such as [ASSUMED]. */
  get honestMarks(): readonly TextRange[] {
    this.#read.honest ??= [
      ...rangesOf(this.text, brackets).filter(({ from, to }) => honestMark.test(this.text.slice(from, to))),
      ...rangesOf(this.text, honestPhrases),
    ];
    return this.#read.honest;
  }

  /** What the company itself says here: quotations, code, addresses and honest marks are blank. */
  get prose(): string {
    if (this.source.isCited || this.isCode) return ' '.repeat(this.text.length);
    this.#read.prose ??= blankRanges(this.text, [
      ...this.quotations,
      ...this.honestMarks,
      ...this.source.codes,
      ...rangesOf(this.text, addresses),
    ]);
    return this.#read.prose;
  }

  /** The words of the prose. */
  get words(): readonly Word[] {
    this.#read.words ??= this.prose === this.text ? this.textWords : splitWords(this.prose);
    return this.#read.words;
  }

  /** The words of the whole text, quotations included. */
  get textWords(): readonly Word[] {
    this.#read.textWords ??= splitWords(this.text);
    return this.#read.textWords;
  }

  /** How many words a writer would count in it. */
  get wordCount(): number {
    this.#read.wordCount ??= countWords(this.text);
    return this.#read.wordCount;
  }

  /** Proper names in the prose. */
  get names(): readonly ProperName[] {
    this.#read.names ??= findNames(this.prose, this.sentences, this.text);
    return this.#read.names;
  }

  /** The sentence that holds an offset; the whole block when none does. */
  sentenceAt(offset: number): TextRange {
    return this.sentences[this.sentenceIndexAt(offset)] ?? { from: 0, to: this.text.length };
  }

  /** Which sentence holds an offset; -1 when none does. */
  sentenceIndexAt(offset: number): number {
    const { sentences } = this;
    let [low, high] = [0, sentences.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const sentence = sentences[middle];
      if (!sentence) break;
      if (offset < sentence.from) high = middle - 1;
      else if (offset >= sentence.to) low = middle + 1;
      else return middle;
    }
    return -1;
  }
}
