import { describe, expect, it } from 'vitest';
import { exportHtml } from '../../../core/export/html/exportHtml';
import { exportMarkdown } from '../../../core/export/markdown/exportMarkdown';
import { screenAsBlock, unwrittenLead } from '../../../core/export/plainScreens';
import { plainText } from '../../../core/narrative/plainText';
import type { RichNode } from '../../../core/narrative/richText';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { exportDocument, withPlan } from './sampleNarrative';

const record: ScreenRecord = {
  id: 'pay',
  title: 'Pay <now>',
  alt: 'A price and one button',
  template: '',
  picture: { scene: '', svg: '', png: 'pay-1.png', width: 390, height: 844 },
  versions: [],
  hotspots: [],
  follows: '',
  changedAt: '',
  changedBy: '',
};
const screen = (id: string): RichNode => ({ type: 'screen', attrs: { id } });
const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

describe('a screen in an export', () => {
  it('is a picture with its title once it is drawn', () => {
    expect(screenAsBlock(screen('pay'), { pay: record })).toEqual({
      type: 'image',
      attrs: { asset: 'pay-1.png', alt: 'A price and one button', caption: 'Pay <now>' },
    });
  });

  it('is a line with its name while it is not, and says so where it has none', () => {
    const undrawn = { pay: { ...record, picture: null } };
    expect(plainText(screenAsBlock(screen('pay'), undrawn))).toBe('Screen: Pay <now>');
    for (const id of ['gone', '', 'constructor', '__proto__'])
      expect(plainText(screenAsBlock(screen(id), undrawn))).toBe('Screen: without a name');
  });
});

describe('what a manual cannot say yet', () => {
  const unwritten: RichNode = {
    type: 'unwritten',
    attrs: { id: 'u', question: 'q', words: 'Who pays <b>refunds</b>?' },
    content: [paragraph('Refunds after a week.')],
  };

  it('stands in every export with the question that it waits for', () => {
    const document = exportDocument(withPlan([unwritten, screen('gone')]));
    expect(exportHtml(document).text).toContain('Who pays &lt;b&gt;refunds&lt;/b&gt;?');
    for (const text of [exportHtml(document).text, exportMarkdown(document).text]) {
      expect(text).toContain('Not written yet.');
      expect(text).toContain('Refunds after a week.');
      expect(text).toContain('Screen: without a name');
    }
  });

  it('needs no question', () => {
    expect(plainText(unwrittenLead({ type: 'unwritten', attrs: { words: '' } }))).toBe('Not written yet.');
  });
});
