import { expect, it } from 'vitest';
import type { ExportAsset } from '../../../core/export/exportDocument';
import { ExportWarnings } from '../../../core/export/exportWarnings';
import { toPdfData } from '../../../core/export/pdf/toPdfData';
import { exportDocument } from './sampleNarrative';

const picture = (width: number, height: number): ExportAsset => ({
  bytes: new Uint8Array(),
  mime: 'image/png',
  width,
  height,
});

it('keeps a phone’s screen 7 cm tall, lets a wide picture fill the line, and enlarges none', () => {
  const assets = new Map([
    ['phone.png', picture(750, 1500)],
    ['wide.png', picture(1600, 800)],
    ['icon.png', picture(40, 40)],
  ]);
  const { pictures } = toPdfData(exportDocument(undefined, { assets }), new ExportWarnings());
  expect(pictures['phone.png']?.width).toBe(99);
  expect(pictures['wide.png']?.width).toBeNull();
  expect(pictures['icon.png']?.width).toBe(30);
});
