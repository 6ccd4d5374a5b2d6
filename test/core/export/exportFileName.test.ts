import { expect, it } from 'vitest';
import { defaultExportOptions } from '../../../core/api/shapes';
import { exportFileName } from '../../../core/export/exportFileName';
import { emptyContent } from '../../../core/narrative/narrativeDoc';
import { meta } from './sampleNarrative';

const named = (name: string) =>
  exportFileName({ meta: { ...meta, name }, content: emptyContent(), options: defaultExportOptions }, 'pdf');

it('cuts a long name between words, and a long word where it must', () => {
  expect(named('Goods-in opens Coldbell, which tells you within ten minutes that it came')).toBe(
    'Goods-in-opens-Coldbell-which-tells-you-within-ten-minutes-draft-7.pdf',
  );
  expect(named('x'.repeat(90))).toBe(`${'x'.repeat(60)}-draft-7.pdf`);
  expect(named(`${'y'.repeat(60)} z`)).toBe(`${'y'.repeat(60)}-draft-7.pdf`);
});
