import { expect, test } from 'vitest';
import { fits } from '../../../renderer/features/commandPalette/fits';

test.each([
  ['', 'Anything', true],
  ['press', 'Go to Press release', true],
  ['rel go', 'Go to Press release', true],
  ['ress', 'Go to Press release', false],
  ['malmo', 'Malmö opens', true],
  ['.*', 'Export', true],
  ['export .*', 'Import', false],
])('%j fits %j: %s', (query, text, expected) => {
  expect(fits(query, text)).toBe(expected);
});
