import { emptyContent, type NarrativeContent } from '../../../../core/narrative/narrativeDoc';
import type { RichDoc, RichNode } from '../../../../core/narrative/richText';
import { createAnchor } from '../../../../core/review/createAnchor';
import { positionAt } from '../../../../core/review/partText';
import { readDocText } from '../../../../core/review/readPartText';

const promised: RichNode = {
  type: 'text',
  text: 'one price for every repair',
  marks: [{ type: 'promise', attrs: { id: 'p1' } }],
};
const line = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const text = (words: string): RichNode => ({ type: 'text', text: words });
const section = (key: string, ...content: RichNode[]): RichNode => ({
  type: 'section',
  attrs: { key, fixed: true },
  content,
});
const doc: RichDoc = {
  type: 'doc',
  content: [
    section('heading', line(text('Osterby launches Fairmend'))),
    section(
      'summary',
      line(text('Households get '), promised, text(', for '), {
        type: 'fact',
        attrs: { key: 'price', value: '£30' },
      }),
    ),
  ],
};
/** A release of two lines, with one promise and one field. */
export const release = { doc, text: readDocText(doc) };
export const content: Pick<NarrativeContent, 'parts' | 'promises'> = {
  ...emptyContent(),
  parts: { ...emptyContent().parts, release: doc },
};

/** An anchor on these words of the release. */
export function anchorOn(words: string) {
  const start = release.text.text.indexOf(words);
  const range = {
    from: positionAt(release.text, start),
    to: positionAt(release.text, start + words.length),
  };
  return createAnchor(release.text, 'release', range);
}
