// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { createNarrativeDoc, emptyContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { addFaqQuestion } from '../../../renderer/editor/commands';
import { completeAddress, isSafeLink } from '../../../renderer/editor/link/linkAddress';
import { cleanPastedHtml } from '../../../renderer/editor/paste/cleanPastedHtml';
import { openPartOf } from './partEditor';

const opened: ReturnType<typeof openPartOf>[] = [];
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

function open(part: PartKey) {
  const editor = openPartOf(createNarrativeDoc(emptyContent()), part);
  opened.push(editor);
  return editor;
}

const listParagraph = (level: number, marker: string, text: string) =>
  `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
  `<span style='mso-list:Ignore'>${marker}<span>&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;

const word = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{mso-x:1}</style></head><body>${body}</body></html>`;

const googleDocs = (body: string) => `<b style="font-weight:normal" id="docs-internal-guid-1">${body}</b>`;

describe('text from Word', () => {
  it('has real lists instead of paragraphs with bullets', () => {
    const html = cleanPastedHtml(
      word(
        listParagraph(1, '·', 'one') +
          listParagraph(2, 'o', 'inner') +
          listParagraph(1, '·', 'two') +
          '<p>End</p>',
      ),
    );
    expect(html).toBe(
      '<ul><li><p>one</p><ul><li><p>inner</p></li></ul></li><li><p>two</p></li></ul><p>End</p>',
    );
  });

  it('counts on from the number it had', () => {
    const html = cleanPastedHtml(word(listParagraph(1, '3.', 'three') + listParagraph(1, '4.', 'four')));
    expect(html).toContain('<ol start="3"><li><p>three</p></li><li><p>four</p></li></ol>');
  });

  it('has real lists where only the typed bullet and its gap are left', () => {
    const typed = (text: string) => `<p class="MsoListParagraphCxSpMiddle">${text}</p>`;
    expect(cleanPastedHtml(word(typed('·&nbsp; <b>one</b>') + typed('<span>·&nbsp;&nbsp;</span>two')))).toBe(
      '<ul><li><p><b>one</b></p></li><li><p>two</p></li></ul>',
    );
    expect(cleanPastedHtml(word(typed('2.&nbsp;&nbsp;two')))).toBe('<ol start="2"><li><p>two</p></li></ol>');
    expect(cleanPastedHtml(word(typed('o is a letter')))).toContain('>o is a letter</p>');
  });

  it('leaves the list of comments behind', () => {
    const comment = "<div style='mso-element:comment-list'><p class=MsoCommentText>Why?</p></div>";
    expect(cleanPastedHtml(word(`<p>Kept</p>${comment}`))).toBe('<p>Kept</p>');
  });

  it('loses review marks, deleted words, empty paragraphs and local pictures, never the words', () => {
    const html = cleanPastedHtml(
      word(
        '<p class=MsoTitle>Heading</p><p>Kept <ins>added</ins><del>gone</del>' +
          '<a class=MsoCommentReference>[MB1]</a></p><p>&nbsp;</p><p><img src="file:///C:/a.png" alt="A chart"></p>',
      ),
    );
    expect(html).toBe('<h1>Heading</h1><p>Kept added</p><p>[Picture: A chart]</p>');
  });
});

describe('text from Google Docs', () => {
  it('keeps emphasis as marks and links without their redirect', () => {
    const html = cleanPastedHtml(
      googleDocs(
        '<p><span style="font-weight:700">bold</span><span style="font-style:italic">it</span>' +
          '<a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D"><span>link</span></a></p>',
      ),
    );
    expect(html).toBe('<p><strong>bold</strong><em>it</em><a href="https://example.org/a">link</a></p>');
  });

  it('never follows a redirect to what runs something', () => {
    const editor = open('plan');
    editor.view.pasteHTML(
      googleDocs('<p><a href="https://www.google.com/url?q=javascript:alert(1)&amp;sa=D">press</a></p>'),
    );
    expect(editor.state.doc.textContent).toBe('press');
    expect(editor.getHTML()).not.toContain('javascript');
  });

  it('keeps check lists and nests inner lists', () => {
    const html = cleanPastedHtml(
      googleDocs(
        '<ul><li role="checkbox" aria-checked="true"><p>done</p></li><ul><li><p>inner</p></li></ul></ul>',
      ),
    );
    expect(html).toContain('data-type="taskList"');
    expect(html).toContain('data-checked="true"');
    expect(html).toMatch(/done<\/p><ul><li><p>inner/);
  });
});

describe('other text', () => {
  it('is left as it is', () => {
    expect(cleanPastedHtml('<p style="color:red">As is</p>')).toBe('<p style="color:red">As is</p>');
  });

  it('never brings a link that runs something', () => {
    const editor = open('plan');
    editor.view.pasteHTML(
      '<p><a href="javascript:alert(1)">press</a> <a href="https://example.org/">go</a></p>',
    );
    expect(editor.state.doc.textContent).toBe('press go');
    expect(editor.getHTML()).not.toContain('javascript');
    expect(editor.getHTML()).toContain('href="https://example.org/"');
  });
});

describe('the place it is pasted to', () => {
  it('takes one line in the heading', () => {
    const editor = open('release');
    editor.commands.focus(2);
    editor.view.pasteHTML('<p>One</p><p>Two</p>');
    expect(editor.state.doc.firstChild?.textContent).toBe('One Two');
    expect(editor.state.doc.firstChild?.childCount).toBe(1);
  });

  it('takes words out of another section without its frame', () => {
    const editor = open('release');
    editor.commands.focus(editor.state.doc.content.size - 1);
    editor.view.pasteHTML(
      '<section data-key="problem" data-fixed="true"><p>First.</p></section>' +
        '<section data-key="solution" data-fixed="true"><p>Second.</p></section>',
    );
    expect(editor.state.doc.childCount).toBe(11);
    expect(editor.state.doc.lastChild?.textContent).toBe('First.Second.');
  });

  it('keeps a copied word in its sentence', () => {
    const editor = open('release');
    editor.commands.focus(2);
    editor.view.dispatch(editor.state.tr.insertText('price fixed'));
    editor.commands.setTextSelection({ from: 2, to: 7 });
    const { dom } = editor.view.serializeForClipboard(editor.state.selection.content());
    editor.commands.setTextSelection(13);
    editor.view.pasteHTML(dom.innerHTML);
    expect(editor.state.doc.firstChild?.textContent).toBe('price fixedprice');
    expect(editor.state.doc.firstChild?.childCount).toBe(1);
  });

  it('puts copied questions beside the others, with ids of their own', () => {
    const editor = open('customerFaq');
    addFaqQuestion(editor, { text: 'One?' });
    addFaqQuestion(editor, { text: 'Two?' });
    editor.commands.selectAll();
    const { dom } = editor.view.serializeForClipboard(editor.state.selection.content());
    editor.commands.focus('end');
    editor.view.pasteHTML(dom.innerHTML);
    const ids = editor.state.doc.content.content.map((node) => String(node.attrs.id));
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('a typed address', () => {
  it.each([
    ['example.org', 'https://example.org'],
    ['http://example.org/a?b=c', 'http://example.org/a?b=c'],
    ['name@example.org', 'mailto:name@example.org'],
    ['example.org:8080/x', 'https://example.org:8080/x'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['two words', null],
    ['', null],
  ])('%j becomes %j', (typed, href) => {
    expect(completeAddress(typed)).toBe(href);
  });

  it('is safe only with http, https or mailto', () => {
    expect(['https://a.org', 'mailto:a@b.org'].every(isSafeLink)).toBe(true);
    expect(['javascript:x', ' javascript:x', 'file:///etc', 'a.org', ''].some(isSafeLink)).toBe(false);
  });
});
