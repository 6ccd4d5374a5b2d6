import { readMarkdown, readPlainText } from '../../../../core/import/readText';
import type { NarrativeContent } from '../../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../../core/narrative/parts';
import { plainText } from '../../../../core/narrative/plainText';
import { stringAttr } from '../../../../core/narrative/richText';
import { type LabelledParagraph, type LabelledText, plainWords } from './readShapes';

interface Landing {
  part: string;
  section: string;
  words: string;
}

export interface Measured {
  name: string;
  paragraphs: number;
  rightPart: number;
  /** Of the paragraphs whose label names a section. */
  labelledSections: number;
  rightSection: number;
  /** Paragraphs in the wrong place that nothing marked as a guess. */
  silent: number;
  misses: { wanted: LabelledParagraph; found: Landing | null; isRightPart: boolean }[];
}

/** Reads a text as an import does, and looks for each labelled paragraph where it landed. */
export function measurePlaces({ name, extension, text, paragraphs }: LabelledText): Measured {
  const read = extension === 'txt' ? readPlainText(text) : readMarkdown(text);
  const landings = landingsOf(read.content);
  const doubted = new Set(
    read.blocks.filter(({ sure }) => sure !== 'sure').map(({ words }) => plainWords(words).slice(0, 30)),
  );
  const measured: Measured = {
    name,
    paragraphs: paragraphs.length,
    rightPart: 0,
    labelledSections: paragraphs.filter(({ section }) => section !== '').length,
    rightSection: 0,
    silent: 0,
    misses: [],
  };
  for (const wanted of paragraphs) {
    const found = find(landings, wanted);
    const isUnplaced = found?.section === 'unplaced';
    const isRightPart = wanted.part === (isUnplaced ? 'unplaced' : found?.part);
    const isRightSection = isRightPart && (wanted.section === '' || wanted.section === found?.section);
    if (isRightPart) measured.rightPart += 1;
    if (wanted.section !== '' && isRightSection) measured.rightSection += 1;
    if (isRightPart && isRightSection) continue;
    measured.misses.push({ wanted, found, isRightPart });
    if (!isUnplaced && ![...doubted].some((words) => plainWords(wanted.text).includes(words)))
      measured.silent += 1;
  }
  return measured;
}

/** The words of every section, or of a part without sections; what fitted nowhere stands apart from the plan. */
function landingsOf({ parts }: NarrativeContent): Landing[] {
  return partKeys.flatMap((part) => {
    let isUnplaced = false;
    const groups = new Map<string, string[]>();
    for (const node of parts[part].content ?? []) {
      if (part === 'plan' && plainText(node) === 'Unplaced') isUnplaced = true;
      const section = isUnplaced ? 'unplaced' : node.type === 'section' ? stringAttr(node, 'key') : '';
      groups.set(section, [...(groups.get(section) ?? []), plainText(node)]);
    }
    return [...groups].map(([section, texts]) => ({ part, section, words: plainWords(texts.join(' ')) }));
  });
}

/** Labels and markers may have been cut off its beginning, so a paragraph is known by its end. */
function find(landings: readonly Landing[], { text, part, section }: LabelledParagraph): Landing | null {
  const words = plainWords(
    text.replace(/^\s*(?:(?:#{1,6}|[-*>]|\d+[.)])\s+)?\**(?:(?:[QA]|Frage|Antwort)\d*[:.)])?/gm, ''),
  );
  for (const length of [60, 36, 20, 12, 8]) {
    const holding = landings.filter((landing) => landing.words.includes(words.slice(-length)));
    const isWanted = (landing: Landing) =>
      (landing.part === part && landing.section === section) ||
      (part === 'unplaced' && landing.section === 'unplaced');
    const found = holding.find(isWanted) ?? holding.find((landing) => landing.part === part) ?? holding[0];
    if (found) return found;
  }
  return null;
}
