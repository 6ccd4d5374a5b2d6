import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault } from '../../../core/json/jsonFault';
import { parseJsonFile, placeOfPath } from '../../../core/json/jsonFile';

describe('where a text stops being JSON', () => {
  test.each([
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['[1 2]', 3],
    ['{"a": tru}', 6],
    ['{"a": "x\ny"}', 6],
    ['{"a": 1', 7],
    ['[1]]', 3],
    ['{"a": 1]', 7],
    ["{'a': 1}", 1],
    ['', 0],
    ['1 2', 2],
  ])('%j at %i', (text, offset) => {
    expect(findJsonFault(text)).toBe(offset);
  });

  test('nowhere, for every value there is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        expect(findJsonFault(JSON.stringify(value, null, indent))).toBeNull();
      }),
      { seed: 7 },
    );
  });

  test('a fault is found wherever JSON.parse finds one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', 'null', ' ')),
        (signs) => {
          const text = signs.join('');
          expect(findJsonFault(text) === null).toBe(parseJsonFile(text).ok);
        },
      ),
      { seed: 8 },
    );
  });
});

test('a value is found on its line, and a missing one where it should stand', () => {
  const text = '{\n  "a": {\n    "b": [1, 22]\n  }\n}';
  expect(placeOfPath(text, ['a', 'b', 1])).toEqual({ line: 3, column: 14 });
  expect(placeOfPath(text, ['a', 'c'])).toEqual({ line: 2, column: 8 });
  expect(placeOfPath(text, [])).toEqual({ line: 1, column: 1 });
});
