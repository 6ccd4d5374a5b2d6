import { childrenNamed, childValue, type XmlElement, xmlAttribute, xmlChild } from './xmlTree';

/** The number that a paragraph of a numbered list begins with; null for any other paragraph. */
export type NumberOf = (paragraphProperties: XmlElement | undefined) => number | null;

/** Counts the paragraphs of numbered lists; asked once for each, in the order in which they stand. */
export function createNumbering(numbering: XmlElement | null): NumberOf {
  const starts = readStarts(numbering);
  const last = new Map<string, number>();
  return (properties) => {
    const place = xmlChild(properties, 'w:numPr');
    const list = childValue(place, 'w:numId');
    const level = Number(childValue(place, 'w:ilvl') || 0);
    const start = starts.get(`${list} ${level}`);
    if (start === undefined) return null;
    for (let deeper = level + 1; deeper < deepest; deeper += 1) last.delete(`${list} ${deeper}`);
    const number = (last.get(`${list} ${level}`) ?? start - 1) + 1;
    last.set(`${list} ${level}`, number);
    return number;
  };
}

const deepest = 9;
const unnumbered: ReadonlySet<string> = new Set(['', 'bullet', 'none']);

/** First numbers by list and level, of lists that are numbered. */
function readStarts(numbering: XmlElement | null): Map<string, number> {
  const starts = new Map<string, number>();
  if (!numbering) return starts;
  const lists = new Map(
    childrenNamed(numbering, 'w:abstractNum').map((list) => [xmlAttribute(list, 'w:abstractNumId'), list]),
  );
  for (const number of childrenNamed(numbering, 'w:num')) {
    const list = lists.get(childValue(number, 'w:abstractNumId'));
    const id = xmlAttribute(number, 'w:numId');
    for (const level of list ? childrenNamed(list, 'w:lvl') : []) {
      if (unnumbered.has(childValue(level, 'w:numFmt'))) continue;
      starts.set(`${id} ${xmlAttribute(level, 'w:ilvl')}`, startOf(childValue(level, 'w:start')));
    }
    for (const override of childrenNamed(number, 'w:lvlOverride')) {
      const start = childValue(override, 'w:startOverride');
      const place = `${id} ${xmlAttribute(override, 'w:ilvl')}`;
      if (start !== '' && starts.has(place)) starts.set(place, startOf(start));
    }
  }
  return starts;
}

const startOf = (value: string): number => (/^\d{1,4}$/u.test(value) ? Number(value) : 1);
