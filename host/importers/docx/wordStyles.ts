import { createNumbering, type NumberOf } from './wordNumbers';
import type { WordParts } from './wordParts';
import { childrenNamed, childValue, type XmlElement, xmlAttribute, xmlChild } from './xmlTree';

/** What a paragraph is by its style; null for ordinary text. */
export type StyleRole =
  | { kind: 'heading'; level: number }
  | { kind: 'title' | 'subtitle' | 'quote' | 'code' | 'contents' }
  | null;

export interface WordStyles {
  roleOf: (paragraphProperties: XmlElement | undefined) => StyleRole;
  /** True where a run's style or font says that it is code. */
  isCode: (runProperties: XmlElement | undefined) => boolean;
  /** Whether a paragraph is an item of a checklist: a list whose mark is an empty or a full box. */
  boxOf: (paragraphProperties: XmlElement | undefined) => '☐' | '☑' | null;
  numberOf: NumberOf;
}

/** Names that headings have in the languages of word processors; Word itself writes English ones in its files. */
const headingName =
  /^(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|başlık|заголовок|επικεφαλίδα|見出し|标题|標題|제목)\s*([1-9])$/u;

const namedRoles: readonly (readonly [StyleRole & object, RegExp])[] = [
  [
    { kind: 'title' },
    /^(?:title|titel|titre|título|titulo|titolo|rubrik|tittel|otsikko|tytuł|заголовок|表題|标题|제목)$/u,
  ],
  [
    { kind: 'subtitle' },
    /^(?:subtitle|untertitel|sous-titre|subtítulo|sottotitolo|ondertitel|underrubrik|undertitel|podtytuł|подзаголовок|副題|副标题)$/u,
  ],
  [
    { kind: 'quote' },
    /^(?:quote|quotations?|intense quote|block ?text|zitat|intensives zitat|citation|citation intense|cita|citazione|citat)$/u,
  ],
  [
    { kind: 'code' },
    /^(?:source code|code|code block|html preformatted|preformatted text|macro text|vorformatierter text)$/u,
  ],
  [
    { kind: 'contents' },
    /^(?:contents|(?:toc|contents|verzeichnis|table of contents|index) (?:[1-9]|heading))$/u,
  ],
];

const codeName = /^(?:inline code|verbatim char|html code|html typewriter|source text|code char)$/u;
const codeFont =
  /^(?:courier|consolas|menlo|monaco|roboto mono|source code|dejavu sans mono|liberation mono|jetbrains mono|cascadia)/iu;

/** What the styles and lists of a Word file say, in whatever language they are named. */
export function readWordStyles(parts: WordParts): WordStyles {
  const folder = parts.main.slice(0, parts.main.lastIndexOf('/') + 1);
  const pathOf = (type: string) =>
    parts.relationsOf(parts.main).find((relation) => relation.type === type)?.target ??
    `${folder}${type}.xml`;
  const styles = new Map<string, XmlElement>();
  const tree = parts.read(pathOf('styles'));
  for (const style of tree ? childrenNamed(tree, 'w:style') : [])
    styles.set(xmlAttribute(style, 'w:styleId'), style);
  const nameOf = (id: string) => childValue(styles.get(id), 'w:name').toLowerCase().trim();
  const numbering = parts.read(pathOf('numbering'));
  const boxes = readBoxes(numbering);
  return {
    roleOf: (properties) => {
      const own = outlineRole(properties);
      return own ?? roleOfStyle(styles, childValue(properties, 'w:pStyle'));
    },
    isCode: (properties) => {
      const style = childValue(properties, 'w:rStyle');
      const font = xmlChild(properties, 'w:rFonts');
      return (
        (style !== '' && codeName.test(nameOf(style) || style.toLowerCase())) ||
        (font !== undefined && codeFont.test(xmlAttribute(font, 'w:ascii')))
      );
    },
    boxOf: (properties) => {
      const numbering = xmlChild(properties, 'w:numPr');
      const level = childValue(numbering, 'w:ilvl') || '0';
      return boxes.get(`${childValue(numbering, 'w:numId')} ${level}`) ?? null;
    },
    numberOf: createNumbering(numbering),
  };
}

function roleOfStyle(styles: ReadonlyMap<string, XmlElement>, id: string): StyleRole {
  let style = id;
  // Styles rest on others; a circle of them is cut.
  for (let steps = 0; steps < 12 && style !== ''; steps += 1) {
    const found = styles.get(style);
    const name = (childValue(found, 'w:name') || style).toLowerCase().trim();
    const level = headingName.exec(name)?.[1] ?? /^heading([1-9])$/u.exec(style.toLowerCase())?.[1];
    if (level) return { kind: 'heading', level: Math.min(6, Number(level)) };
    const role = namedRoles.find(([, names]) => names.test(name))?.[0];
    if (role) return role;
    const outline = outlineRole(xmlChild(found, 'w:pPr'));
    if (outline) return outline;
    style = childValue(found, 'w:basedOn');
  }
  return null;
}

function outlineRole(properties: XmlElement | undefined): StyleRole {
  const level = childValue(properties, 'w:outlineLvl');
  return /^[0-8]$/u.test(level) ? { kind: 'heading', level: Math.min(6, Number(level) + 1) } : null;
}

/** Boxes by number of the list and level. */
function readBoxes(numbering: XmlElement | null): Map<string, '☐' | '☑'> {
  const boxes = new Map<string, '☐' | '☑'>();
  if (!numbering) return boxes;
  const lists = new Map(
    childrenNamed(numbering, 'w:abstractNum').map((list) => [xmlAttribute(list, 'w:abstractNumId'), list]),
  );
  for (const number of childrenNamed(numbering, 'w:num')) {
    const list = lists.get(childValue(number, 'w:abstractNumId'));
    for (const level of list ? childrenNamed(list, 'w:lvl') : []) {
      const mark = childValue(level, 'w:lvlText');
      const box = /^[☐□❏❑▢]$/u.test(mark) ? '☐' : /^[☑☒✓✔]$/u.test(mark) ? '☑' : null;
      if (box) boxes.set(`${xmlAttribute(number, 'w:numId')} ${xmlAttribute(level, 'w:ilvl')}`, box);
    }
  }
  return boxes;
}
