import { isBlank } from '../../narrative/plainText';
import type { ExportDocument } from '../exportDocument';
import type { ExportWarnings } from '../exportWarnings';
import { exportedMinutes } from '../minutes/exportedMinutes';
import { minutesTitle } from '../minutes/minutesDoc';
import { prepareTexts } from '../prepareParts';
import { type DrawnReview, drawInto, withAllThreads } from '../review/drawnReview';
import { createSourceLines } from '../sourceLines';
import { Anchors } from '../thread/anchors';
import { createReferences, exportedThread } from '../thread/references';
import { threadAppendix, threadTitle } from '../thread/threadAppendix';
import { HeadingLevels } from './headingLevels';
import { withLiveLinks } from './liveLinks';
import { toParkedPart } from './parkedPart';
import type { ReadingPart } from './readingBlock';
import { type Annotating, toReadableText } from './toReadableText';
import { readNode, type Surroundings } from './toReadingBlocks';

interface ReadingChoices {
  /** Heading level of parts. */
  partLevel?: number;
  /** Drawn into the texts as marks, for formats that show it. */
  review?: DrawnReview;
}

/**
 * The chosen parts as readers meet them, with thread, drawer and minutes behind them where the options ask for it.
 * Parts, sections and items without a word are left out; what had to be changed or is missing is told in the
 * warnings. Every link of a kind of its own leads to a name that is there.
 */
export function toReadingParts(
  document: ExportDocument,
  warnings: ExportWarnings,
  { partLevel = 1, review }: ReadingChoices = {},
): ReadingPart[] {
  const { content, assets, options } = document;
  const thread = exportedThread(document);
  const anchors = new Anchors(options.layout !== 'release');
  const levels = new HeadingLevels();
  const base = options.layout === 'release' ? 0 : partLevel;
  const annotating: Annotating = {
    records: content.evidence,
    lineOf: createSourceLines(document, warnings),
    referencesOf: createReferences(document, thread),
    anchors,
  };
  const around: Omit<Surroundings, 'part'> = { manual: '', base, warnings, levels, assets, content, anchors };
  const parts = prepareTexts(document, drawInto(content, review), warnings)
    .filter(({ doc }) => !isBlank(doc))
    .map(({ key, title, doc }): ReadingPart => {
      levels.begin(base);
      const blocks = readNode(toReadableText(doc, annotating), { ...around, part: key });
      return { key, title, blocks, remarks: [] };
    });
  if (thread) {
    levels.begin(base);
    const blocks = readNode(threadAppendix(thread), { ...around, part: 'release' });
    parts.push({ key: 'thread', title: threadTitle, blocks, remarks: [] });
  }
  const parked = toParkedPart(document);
  if (parked) parts.push(parked);
  const minutes = exportedMinutes(document);
  if (minutes) {
    levels.begin(base);
    const blocks = readNode(minutes, { ...around, part: 'release' });
    parts.push({ key: 'minutes', title: minutesTitle, blocks, remarks: [] });
  }
  const live = withLiveLinks(parts);
  return review ? withThreads(live, review, warnings) : live;
}

function withThreads(
  read: readonly ReadingPart[],
  review: DrawnReview,
  warnings: ExportWarnings,
): ReadingPart[] {
  const { parts, left } = withAllThreads(read, review);
  if (left.length > 0) warnings.add('comments-left-out', leftOutSentence(left.length));
  return parts;
}

const leftOutSentence = (count: number): string =>
  count === 1
    ? 'One comment is about a part that is not in this file, so it is not in it either.'
    : `${count} comments are about parts that are not in this file, so they are not in it either.`;
