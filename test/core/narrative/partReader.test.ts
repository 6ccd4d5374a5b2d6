import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  createNarrativeDoc,
  emptyContent,
  partFragment,
  readPart,
} from '../../../core/narrative/narrativeDoc';
import { PartReader } from '../../../core/narrative/partReader';
import { partKeys } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';

const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const words = (text: string, bold = false): RichNode => ({
  type: 'text',
  text,
  ...(bold ? { marks: [{ type: 'bold' }] } : {}),
});

function openPlan() {
  const content = emptyContent();
  content.parts.plan = {
    type: 'doc',
    content: [
      paragraph(words('First '), words('and bold', true), { type: 'hardBreak' }, words('a second line')),
      { type: 'heading', attrs: { level: 2 }, content: [words('Then')] },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph(words('one')), paragraph()] }],
      },
    ],
  };
  const doc = createNarrativeDoc(content);
  const reader = new PartReader(doc);
  doc.on('afterTransaction', ({ changedParentTypes }) => reader.forget(changedParentTypes.keys()));
  return { doc, reader, plan: partFragment(doc, 'plan') };
}

const at = (parent: Y.XmlFragment, ...path: number[]) =>
  path.reduce<Y.XmlFragment>((node, index) => node.get(index) as Y.XmlElement, parent);

const edits: Record<string, (plan: Y.XmlFragment) => void> = {
  'a key in a line': (plan) => (at(plan, 1).get(0) as Y.XmlText).insert(2, 'x'),
  'a mark': (plan) => (at(plan, 0).get(0) as Y.XmlText).format(0, 3, { italic: {} }),
  'a key deep inside': (plan) => (at(plan, 2, 0, 0).get(0) as Y.XmlText).insert(0, 'x'),
  'an attribute': (plan) => (at(plan, 1) as Y.XmlElement).setAttribute('level', 3 as never),
  'a new first paragraph': (plan) => plan.insert(0, [new Y.XmlElement('paragraph')]),
  'a paragraph taken away': (plan) => plan.delete(1, 1),
  'everything taken away': (plan) => plan.delete(0, plan.length),
};

describe('PartReader', () => {
  it('reads every part as it is read whole', () => {
    const { doc, reader } = openPlan();
    for (const part of partKeys) expect(reader.read(part)).toEqual(readPart(doc, part));
  });

  it.each(Object.entries(edits))('sees %s', (_name, edit) => {
    const { doc, reader, plan } = openPlan();
    const before = reader.read('plan');
    edit(plan);
    const after = reader.read('plan');
    expect(after).toEqual(readPart(doc, 'plan'));
    expect(after).not.toEqual(before);
  });

  it('keeps the nodes that did not change', () => {
    const { reader, plan } = openPlan();
    const before = reader.read('plan').content ?? [];
    edits['a key in a line']?.(plan);
    const after = reader.read('plan').content ?? [];
    expect(after.map((node, index) => node === before[index])).toEqual([true, false, true]);
  });
});
