import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { NarrativeContent } from '../../narrative/narrativeDoc';
import type { RichNode } from '../../narrative/richText';
import { narrativeSchema } from '../../narrative/schema';
import type { Anchor } from '../../review/anchor';
import type { TextStretch } from '../../review/findQuote';
import type { ReviewOrigin } from '../../review/records/common';
import type { ReviewRecord } from '../../review/reviewRecord';
import type { TextChange } from '../../review/textChange';
import { printable } from '../printable';
import { ForeignAnchors, type ForeignPlacement } from './foreignAnchors';
import {
  type ForeignAuthor,
  type ForeignChange,
  type ForeignRemark,
  type ForeignReview,
  wordsOfNodes,
} from './foreignRemarks';

const longestText = 20_000;

/**
 * The remarks and changes of a text from outside as review records on the narrative that was made of it. The same
 * file always gives the same ids, so that nothing is there twice when it comes twice. `lost` counts those whose words
 * are not in the narrative.
 */
export function toReviewRecords(
  review: ForeignReview,
  content: NarrativeContent,
  origin: ReviewOrigin,
): { records: ReviewRecord[]; lost: number } {
  const writer = new RecordWriter(review, content, origin);
  for (const change of review.changes) writer.addChange(change);
  for (const remark of review.remarks) writer.addRemark(remark);
  return { records: writer.records, lost: writer.lost };
}

class RecordWriter {
  readonly records: ReviewRecord[] = [];
  lost = 0;
  readonly #anchors: ForeignAnchors;
  readonly #content: NarrativeContent;
  readonly #origin: ReviewOrigin;
  readonly #remarks: ReadonlyMap<string, ForeignRemark>;
  readonly #ids = new Map<ForeignRemark, string>();
  /** How often each id was asked for: what is said twice is two records. */
  readonly #times = new Map<string, number>();

  constructor({ source, remarks }: ForeignReview, content: NarrativeContent, origin: ReviewOrigin) {
    this.#anchors = new ForeignAnchors(source, content);
    this.#content = content;
    this.#origin = origin;
    this.#remarks = new Map(remarks.map((remark) => [remark.key, remark]));
  }

  addRemark(remark: ForeignRemark): void {
    const text = printable(remark.text).trim().slice(0, longestText);
    if (text === '') return;
    const thread = this.#threadOf(remark);
    const id = this.#idOf(remark);
    const common = { ...this.#common(remark), id, text };
    if (thread !== remark) this.records.push({ ...common, kind: 'reply', thread: this.#idOf(thread) });
    else this.records.push({ ...common, kind: 'comment', anchor: this.#anchorOf(remark.stretch) });
    if (thread === remark && remark.isResolved)
      this.records.push({
        ...this.#common(remark),
        id: `${id}-resolved`,
        kind: 'resolution',
        thread: id,
        isResolved: true,
      });
  }

  addChange({ change, stretch, ...author }: ForeignChange): void {
    const words = [
      wordsOfNodes('was' in change ? change.was : []),
      wordsOfNodes('now' in change ? change.now : []),
    ];
    const id = this.#newId(author, [change.kind, ...words]);
    const placed = stretch && this.#anchors.place(stretch);
    const anchor = placed?.anchor ?? this.#lostAnchor(stretch);
    const asWritten = placed ? this.#asWritten(change, placed) : change;
    this.records.push({ ...this.#common(author), id, kind: 'suggestion', anchor, change: asWritten });
  }

  /** The remark that a thread begins with; the file may name answers in a circle. */
  #threadOf(remark: ForeignRemark): ForeignRemark {
    let first = remark;
    for (let steps = 0; steps < 50; steps += 1) {
      const answered = this.#remarks.get(first.answers);
      if (!answered || printable(answered.text).trim() === '') return first;
      first = answered;
    }
    return remark;
  }

  #idOf(remark: ForeignRemark): string {
    const known = this.#ids.get(remark) ?? this.#newId(remark, [remark.text]);
    this.#ids.set(remark, known);
    return known;
  }

  /** From who, when and what alone: numbers in files change whenever they are saved. */
  #newId({ by, at }: ForeignAuthor, words: readonly string[]): string {
    const seed = JSON.stringify([
      by,
      moment(at).slice(0, 19),
      ...words.map((text) => text.replace(/\s+/gu, ' ').trim()),
    ]);
    const times = this.#times.get(seed) ?? 0;
    this.#times.set(seed, times + 1);
    return `word-${bytesToHex(sha256(utf8ToBytes(times === 0 ? seed : `${seed} ${times}`))).slice(0, 32)}`;
  }

  #common({ by, at }: ForeignAuthor) {
    return { by: printable(by).trim().slice(0, 200), at: moment(at), origin: this.#origin };
  }

  #anchorOf(stretch: TextStretch | null): Anchor {
    return (stretch && this.#anchors.place(stretch)?.anchor) ?? this.#lostAnchor(stretch);
  }

  #lostAnchor(stretch: TextStretch | null): Anchor {
    this.lost += 1;
    return this.#anchors.lost(stretch ?? { start: 0, end: 0 });
  }

  /** The change with what it takes out as the narrative has it, which may look other than in the file. */
  #asWritten(change: TextChange, { part, from, to }: ForeignPlacement): TextChange {
    if (!('was' in change) || change.was.length === 0) return change;
    const doc = narrativeSchema.nodeFromJSON(this.#content.parts[part]);
    const start = doc.resolve(from);
    const end = doc.resolve(to);
    if (change.kind === 'words')
      return start.sameParent(end)
        ? { ...change, was: toJson(start.parent.content.cut(start.parentOffset, end.parentOffset)) }
        : change;
    const blocks = start.blockRange(end);
    return blocks
      ? {
          ...change,
          was: toJson(
            blocks.parent.content.cut(
              blocks.start - blocks.$from.start(blocks.depth),
              blocks.end - blocks.$from.start(blocks.depth),
            ),
          ),
        }
      : change;
  }
}

function toJson(fragment: { toJSON(): unknown }): RichNode[] {
  return (fragment.toJSON() ?? []) as RichNode[];
}

/** A time as records write it; files may leave out where on earth it was, or have none. */
function moment(at: string): string {
  const whole = /(?:Z|[+-]\d\d:?\d\d)$/u.test(at) ? at : `${at}Z`;
  const time = new Date(whole);
  return Number.isNaN(time.getTime()) ? '1970-01-01T00:00:00.000Z' : time.toISOString();
}
