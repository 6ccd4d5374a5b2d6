import type { Anchor } from '../../core/review/anchor';
import type { Reaction } from '../../core/review/records/excitement';
import type { Answer } from '../answer/answer';
import { customerAnswerOf, writeCustomerAnswer } from '../answer/customerAnswer';
import type { ShownLine, ShownPart } from '../reading/lines';
import { anchorAt, lineChangeOf, lineKey, markKey, type Suggestion } from './readRemarks';
import { suggestedText, suggestLine } from './suggestLine';

/** Something that is being written: what stands there so far, and what becomes of every further letter. */
export interface Writing {
  /** As `remarkKey` names the remark that comes of it. */
  key: string;
  value: string;
  write(value: string): void;
  remove(): void;
}

/** A comment; there is none while nothing is written. */
export function writeComment(answer: Answer, begun: { id: string } | { anchor: Anchor }): Writing {
  const written = 'id' in begun ? answer.get(begun.id) : undefined;
  const head = written ?? answer.newHead();
  const anchor = 'anchor' in begun ? begun.anchor : written?.kind === 'comment' ? written.anchor : null;
  return {
    key: head.id,
    value: written?.kind === 'comment' ? written.text : '',
    write(text) {
      const { id, by } = head;
      if (anchor === null || text.trim() === '') answer.remove(id);
      else answer.put({ kind: 'comment', id, by, at: answer.newHead().at, anchor, text });
    },
    remove: () => answer.remove(head.id),
  };
}

interface LineGround {
  line: ShownLine;
  part: ShownPart;
  records: readonly Suggestion[];
}

/** Other words for a paragraph; each stretch of it that differs is a suggestion of its own. */
export function writeSuggestion(answer: Answer, { line, part, records }: LineGround): Writing {
  let written = records;
  const changes = records.flatMap((record) => lineChangeOf(record, line, [part]) ?? []);
  const { from } = line.line;
  const replace = (next: readonly Suggestion[]) => {
    answer.remove(...written.map(({ id }) => id));
    written = next;
    answer.put(...next);
  };
  return {
    key: lineKey(line),
    value: suggestedText(line.node, changes),
    write(value) {
      const wanted = suggestLine(line.node, value);
      replace(
        wanted.map(({ was, now, ...at }, index) => ({
          ...answer.newHead(),
          ...(written[index] && { id: written[index].id }),
          kind: 'suggestion',
          anchor: anchorAt(part, { from: from + at.from, to: from + at.to }),
          change: { kind: 'words', was, now },
        })),
      );
    },
    remove: () => replace([]),
  };
}

/** Why a customer marked some words; the mark stands with or without it. */
export function writeReaction(
  answer: Answer,
  begun: number | { anchor: Anchor; reaction: Reaction },
): Writing {
  const marks = () => customerAnswerOf(answer).marks;
  if (typeof begun !== 'number') writeCustomerAnswer(answer, { marks: [...marks(), { ...begun, note: '' }] });
  const index = typeof begun === 'number' ? begun : marks().length - 1;
  return {
    key: markKey(index),
    value: marks()[index]?.note ?? '',
    write: (note) =>
      void writeCustomerAnswer(answer, {
        marks: marks().map((mark, other) => (other === index ? { ...mark, note } : mark)),
      }),
    remove: () =>
      void writeCustomerAnswer(answer, { marks: marks().filter((_mark, other) => other !== index) }),
  };
}
