import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { missingGlyphs, readFontsByScript } from '../../../host/exporters/missingGlyphs';
import { standardDropped } from '../../../host/exporters/standardDropped';

const template = fileURLToPath(new URL('../../../templates/pdf', import.meta.url));

it('says which font would help with a script, and why a standard was dropped', () => {
  const complaint = (text: string) =>
    `message: "PDF/UA-1 error: the text \`"${text}"\` could not be displayed with font"`;
  const fonts = readFontsByScript(template);
  const told = (text: string) => missingGlyphs(complaint(text), fonts)[0]?.message;
  expect(told('ส')).toBe('No font here has these characters: ส. Install Noto Serif Thai, then export again.');
  expect(told('สक')).toContain('Install Noto Serif Thai and Noto Serif Devanagari');
  expect(told('😀')).toContain('Install Noto Color Emoji');
  expect(standardDropped('ua-1', complaint('ส')).message).toContain('characters that no font here has');
  expect(standardDropped('a-2a', 'message: "PDF/A-2a error: odd thing"').message).toContain('“odd thing”');
});
