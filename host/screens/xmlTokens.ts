/** A piece of XML as it stands; names and values are not judged yet. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: readonly [name: string, value: string][]; isEmpty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const namedCharacters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Reads a plain subset of XML piece by piece: elements, attributes, words, comments (left out) and one XML
 * declaration. Throws a `SyntaxError` on everything else, above all on document types, entities of one's own,
 * CDATA and instructions. Takes time in proportion to the length of the source.
 */
export function* readXml(source: string): Generator<XmlToken> {
  let at = /^\uFEFF?(?:<\?xml\s[^?<>]*\?>)?/u.exec(source)?.[0].length ?? 0;
  while (at < source.length) {
    if (source.startsWith('<!--', at)) {
      at = endOf(source, '-->', at + 4);
    } else if (source[at] === '<') {
      const read = readTag(source, at);
      yield read.token;
      at = read.end;
    } else {
      const next = source.indexOf('<', at);
      const end = next === -1 ? source.length : next;
      yield { kind: 'text', text: decode(source.slice(at, end)) };
      at = end;
    }
  }
}

function readTag(source: string, start: number): { token: XmlToken; end: number } {
  const close = match(/<\/([A-Za-z_][\w.:-]*)\s*>/y, source, start);
  if (close) return { token: { kind: 'close', name: close[1] ?? '' }, end: start + close[0].length };
  const open = match(/<([A-Za-z_][\w.:-]*)/y, source, start);
  if (!open) throw new SyntaxError('not a tag');
  const attributes: [string, string][] = [];
  let at = start + open[0].length;
  for (;;) {
    const attribute = match(/\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y, source, at);
    if (!attribute) break;
    const [whole, name = '', double, single] = attribute;
    attributes.push([name, decode(double ?? single ?? '')]);
    at += whole.length;
  }
  const end = match(/\s*(\/?)>/y, source, at);
  if (!end) throw new SyntaxError('a tag is not closed');
  const isEmpty = end[1] === '/';
  return { token: { kind: 'open', name: open[1] ?? '', attributes, isEmpty }, end: at + end[0].length };
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function endOf(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  if (found === -1) throw new SyntaxError('a comment is not closed');
  return found + mark.length;
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7});|#x([0-9A-Fa-f]{1,6});|([a-z]{2,4});)?/gu, (...found) => {
    const [, decimal, hex, name] = found as (string | undefined)[];
    if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10));
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
    const character = name === undefined ? undefined : namedCharacters[name];
    if (character === undefined) throw new SyntaxError('an entity is not known');
    return character;
  });
}

function characterOf(code: number): string {
  if (code > 0x10ffff) throw new SyntaxError('a character does not exist');
  return String.fromCodePoint(code);
}
