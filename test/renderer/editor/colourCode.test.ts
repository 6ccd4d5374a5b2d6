import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourCode } from '../../../renderer/editor/code/colourCode';

const kindOf = (language: string, code: string, words: string) => {
  const from = code.indexOf(words);
  return colourCode(language, code).find((span) => span.from <= from && from < span.to)?.kind;
};

describe('colours of code', () => {
  it.each([
    ['json', '{ "price": 54 }', '"price"', 'name'],
    ['json', '{ "price": 54 }', '54', 'number'],
    ['http', 'POST /v1/prices HTTP/1.1\nAccept: text/plain', 'POST', 'keyword'],
    ['http', 'POST /v1/prices HTTP/1.1\nAccept: text/plain', '/v1', 'string'],
    ['http', 'POST /v1/prices HTTP/1.1\nAccept: text/plain', 'Accept', 'name'],
    ['http', 'HTTP/1.1 404 Not Found\n\n{ "price": 54 }', '404', 'number'],
    ['http', 'HTTP/1.1 200 OK\n\n{ "price": 54 }', '54', 'number'],
    ['bash', 'for file in *; do echo "$file"; done # all', '# all', 'comment'],
    ['python', 'def mend(flat): return None', 'def', 'keyword'],
    ['sql', "select price from flats where name = 'a'", 'select', 'keyword'],
    ['xml', '<price currency="GBP">54</price>', 'price', 'name'],
    ['yaml', 'price: 54', '54', 'number'],
    ['typescript', 'const price: number = 54;', 'const', 'keyword'],
  ])('of %s know %s: %s', (...[language, code, words, kind]) => {
    expect(kindOf(language, code, words)).toBe(kind);
  });

  it('leave a language alone that nobody knows', () => {
    expect(colourCode('klingon', 'nuqneH')).toEqual([]);
  });

  it('lie in the code, in order and apart, whatever stands there', () => {
    const languages = fc.constantFrom('http', 'json', 'bash', 'javascript', 'python', 'sql', 'xml', 'yaml');
    const code = fc.array(fc.oneof(fc.string(), fc.constantFrom('\n', '{', '"', 'GET / HTTP/1.1')));
    fc.assert(
      fc.property(languages, code, (language, pieces) => {
        const whole = pieces.join('');
        let end = 0;
        for (const { from, to } of colourCode(language, whole)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(whole.length);
      }),
    );
  });
});
