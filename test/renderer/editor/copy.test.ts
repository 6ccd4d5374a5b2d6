// @vitest-environment happy-dom
import { AllSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createNarrativeDoc, emptyContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import type { RichDoc, RichNode } from '../../../core/narrative/richText';
import { cleanPastedHtml } from '../../../renderer/editor/paste/cleanPastedHtml';
import { anyNarrative } from '../../core/export/narrativeArbitrary';
import { openPartOf } from './partEditor';

const opened: ReturnType<typeof openPartOf>[] = [];
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

function open(part: PartKey, doc: RichDoc) {
  const empty = emptyContent();
  const editor = openPartOf(createNarrativeDoc({ ...empty, parts: { ...empty.parts, [part]: doc } }), part);
  opened.push(editor);
  return editor;
}

/** As the editor writes: headings begin at level 2. A line that is nothing but a break is none to readers of HTML. */
function asEdited(node: RichNode): RichNode {
  const content = node.content?.filter(({ type }) => type !== 'hardBreak').map(asEdited);
  const attrs = node.attrs?.level === 1 ? { ...node.attrs, level: 2 } : node.attrs;
  return { ...node, ...(attrs ? { attrs } : {}), ...(content ? { content } : {}) };
}

/** What stands on the clipboard once everything was copied. */
function copyAll({ state, view }: ReturnType<typeof open>): string {
  return view.serializeForClipboard(new AllSelection(state.doc).content()).dom.innerHTML;
}

/** Pastes as a browser does, in the place of everything. */
function pasteOver({ state, view }: ReturnType<typeof open>, html: string): void {
  view.dispatch(state.tr.setSelection(new AllSelection(state.doc)));
  const clipboardData = {
    types: ['text/html'],
    files: [],
    getData: (type: string) => (type === 'text/html' ? html : ''),
  };
  view.dom.dispatchEvent(Object.assign(new Event('paste', { cancelable: true }), { clipboardData }));
}

describe('copied text', () => {
  it('comes back as it was in Dateline, for any text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyNarrative, ({ parts }) => {
        const source = open('plan', asEdited(parts.plan) as RichDoc);
        const target = open('plan', emptyContent().parts.plan);
        pasteOver(target, copyAll(source));
        expect(target.getJSON()).toEqual(source.getJSON());
      }),
      { numRuns: 30 },
    );
  });

  it('says elsewhere what is drawn beside the text here', () => {
    const { experience, manuals } = emptyContent().parts;
    expect(copyAll(open('experience', experience))).toContain('<strong data-elsewhere="">Who: </strong>');
    expect(copyAll(open('manuals', manuals))).toContain('<h2 data-elsewhere="">How-to</h2>');
    const plan = copyAll(
      open('plan', {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Six days' },
              { type: 'footnote', attrs: { text: 'Fourteen interviews' } },
            ],
          },
          { type: 'image', attrs: { asset: 'a.png', alt: 'A plate', caption: '' } },
          { type: 'screen', attrs: { id: 'gone' } },
        ],
      }),
    );
    expect(plan).toContain('> [Fourteen interviews]</span>');
    expect(plan).toContain('>[Picture: A plate]</figure>');
    expect(plan).toContain('>[Screen: not drawn yet]</figure>');
    expect(plan).not.toMatch(/ src=| role=/);
  });

  it('is taken in without what is only for other programs', () => {
    expect(cleanPastedHtml('<p>Kept <b data-elsewhere="">Who: </b>words</p>')).toBe('<p>Kept words</p>');
  });
});
