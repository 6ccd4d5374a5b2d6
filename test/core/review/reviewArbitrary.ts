import { prosemirrorJSONToYXmlFragment, updateYFragment } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import * as Y from 'yjs';
import { partKeys } from '../../../core/narrative/parts';
import type { RichDoc } from '../../../core/narrative/richText';
import { narrativeSchema } from '../../../core/narrative/schema';
import type { Anchor } from '../../../core/review/anchor';
import { anchorLimits } from '../../../core/review/anchor';
import type { ReviewRecord, ReviewRecords } from '../../../core/review/reviewRecord';
import type { TextChange } from '../../../core/review/textChange';
import { anyText } from '../export/narrativeArbitrary';

/** A shared document with one text that was typed by one person. */
export function sharedText(doc: RichDoc): Y.XmlFragment {
  const shared = new Y.Doc();
  shared.clientID = 7;
  const fragment = shared.getXmlFragment('part.plan');
  prosemirrorJSONToYXmlFragment(narrativeSchema, doc, fragment);
  return fragment;
}

/** Writes another text over it, as the editor does: what is the same keeps its characters. */
export function rewrite(fragment: Y.XmlFragment, doc: RichDoc): void {
  const node = narrativeSchema.nodeFromJSON(doc);
  fragment.doc?.transact((transaction) => {
    updateYFragment(transaction.doc, fragment, node, { mapping: new Map(), isOMark: new Map() });
  });
}

export const paragraphs = (...lines: string[]): RichDoc => ({
  type: 'doc',
  content: lines.map((text) => ({
    type: 'paragraph',
    ...(text ? { content: [{ type: 'text', text }] } : {}),
  })),
});

const context = fc.string({ maxLength: anchorLimits.context });
const characterId = fc.option(fc.record({ client: fc.nat(9), clock: fc.nat(400) }));

/** Anchors as any file may claim them. */
export const anyAnchor: fc.Arbitrary<Anchor> = fc.record({
  part: fc.constantFrom(...partKeys),
  section: fc.constantFrom('', 'summary', 'story-1'),
  item: fc.constantFrom('', 'screen-1', 'gone'),
  from: characterId,
  to: characterId,
  quote: fc.oneof(fc.constant(''), anyText, fc.constantFrom('a', 'the', '\n')),
  before: context,
  after: context,
});

const moment = fc.constantFrom(
  '2026-11-01T10:00:00.000Z',
  '2026-11-01T10:00:00Z',
  '2026-11-02T10:00:00.000Z',
);
const ids = ['one', 'two', 'three', 'four'];
const common = {
  id: fc.constantFrom(...ids),
  at: moment,
  by: fc.constantFrom('', 'Ines', '<b>Tom</b>'),
  origin: fc.record({ kind: fc.constantFrom('here' as const, 'word' as const), file: fc.constant('') }),
};
const thread = fc.constantFrom(...ids, 'unknown');

const anyRecord: fc.Arbitrary<ReviewRecord> = fc.oneof(
  fc.record({ ...common, kind: fc.constant('comment' as const), anchor: anyAnchor, text: anyText }),
  fc.record({ ...common, kind: fc.constant('reply' as const), thread, text: anyText }),
  fc.record({ ...common, kind: fc.constant('resolution' as const), thread, isResolved: fc.boolean() }),
  fc.record({ ...common, kind: fc.constant('placement' as const), thread, anchor: anyAnchor }),
  fc.record({
    ...common,
    kind: fc.constant('suggestion' as const),
    anchor: anyAnchor,
    change: fc.constant<TextChange>({ kind: 'words', was: [], now: [{ type: 'text', text: 'x' }] }),
  }),
);

/** Few ids, so that different records often claim the same one. */
export const anyRecords: fc.Arbitrary<ReviewRecords> = fc
  .array(anyRecord, { maxLength: 6 })
  .map((records) => Object.fromEntries(records.map((record) => [record.id, record])));
