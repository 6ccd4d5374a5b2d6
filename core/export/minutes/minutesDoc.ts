import { printable } from '../../import/printable';
import type { RichDoc, RichNode } from '../../narrative/richText';
import type { Minutes, MinutesNote, MinutesPart, MinutesRemark } from '../../review/meeting/minutesOf';
import { outcomeNames, stopReasonWords } from '../../review/meeting/outcomeWords';
import { quoted } from '../../review/meeting/quoted';
import { longDate } from '../stamp';

/** What an appendix with minutes is called. */
export const minutesTitle = 'Minutes';

/** The minutes of one meeting as a document: the decision first, then everything that was said, each thing once. */
export function minutesDoc(minutes: Minutes): RichDoc {
  const { opened } = minutes.meeting;
  return {
    type: 'doc',
    content: [
      heading(2, `Review of ${longDate(opened.at)}, draft ${opened.draft}`),
      ...headLines(minutes).map((line) => paragraph(plain(line))),
      ...decisionBlocks(minutes),
      ...listUnder(
        'Each in a word',
        minutes.opinions.map(({ speaker, outcome }) => saidItem(speaker, outcomeNames[outcome])),
      ),
      ...listUnder('General impressions', minutes.impressions.map(noteItem)),
      ...minutes.parts.flatMap(partBlocks),
      ...listUnder('Questions that are in the FAQ now', minutes.questions.map(questionItem)),
      ...rememberedBlocks(minutes),
    ],
  };
}

function headLines({ meeting, read, byPacket }: Minutes): string[] {
  const { people, noteTaker, emptyChair, readingMinutes } = meeting.opened;
  return [
    `Read in silence, ${readingMinutes} minutes: ${read.join(', ')}.`,
    ...(people.length === 0 ? [] : [`There, in the order of speaking: ${people.join(', ')}.`]),
    ...(byPacket.length === 0 ? [] : [`By packet: ${byPacket.join(', ')}.`]),
    ...(noteTaker === '' ? [] : [`Notes: ${noteTaker}.`]),
    ...(emptyChair === '' ? [] : [`The empty chair was ${emptyChair}’s.`]),
  ];
}

function decisionBlocks({ decision }: Minutes): RichNode[] {
  if (!decision) return [heading(3, 'Decision'), paragraph(plain('The meeting ended without a decision.'))];
  const { outcome, reason, changes, stopReasons, revisitOn, mustDiffer } = decision;
  const again = revisitOn === '' ? '' : `To be looked at again on ${longDate(revisitOn)}.`;
  const differ = mustDiffer === '' ? '' : `What would have to be different: ${mustDiffer}`;
  const lines = [...stopReasons.map((why) => `${stopReasonWords[why]}.`), reason, again, differ].filter(
    Boolean,
  );
  return [
    heading(3, 'Decision'),
    paragraph(bold(outcomeNames[outcome])),
    ...lines.flatMap(toParagraphs),
    ...(changes.length === 0
      ? []
      : [list(changes.map((change) => item(plain(change.text), plain(changeTail(change)))))]),
  ];
}

/** " (Maren Lund, by 1 December 2026, A ¶5, Problem)". */
function changeTail({ owner, due, place }: { owner: string; due: string; place: string }): string {
  const told = [owner, due === '' ? '' : `by ${longDate(due)}`, place].filter(Boolean);
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
}

function partBlocks({ title, remarks, notes }: MinutesPart): RichNode[] {
  return [
    ...listUnder(title, remarks.map(remarkItem)),
    ...(notes.length === 0
      ? []
      : [
          ...(remarks.length === 0 ? [heading(3, title)] : []),
          paragraph(plain('What was said:')),
          list(notes.map(noteItem)),
        ]),
  ];
}

function remarkItem({ by, text, quote, place, isFromPacket, replies }: MinutesRemark): RichNode {
  const about = [place, quoted(quote), isFromPacket ? 'by packet' : ''].filter(Boolean);
  return {
    type: 'listItem',
    content: [
      paragraph(italic(about.join(', '))),
      ...saidParagraphs(by, text),
      ...(replies.length === 0 ? [] : [list(replies.map(noteItem))]),
    ],
  };
}

const noteItem = ({ by, text }: MinutesNote): RichNode => saidItem(by, text);

const saidItem = (by: string, text: string): RichNode => ({
  type: 'listItem',
  content: saidParagraphs(by, text),
});

function questionItem({ text, askedBy, owner, due, state }: Minutes['questions'][number]): RichNode {
  const asked = askedBy === '' ? '' : `asked by ${askedBy}`;
  const told = [asked, owner === '' ? '' : `for ${owner}`, due === '' ? '' : `by ${longDate(due)}`, state];
  return item(plain(text), plain(` (${told.filter(Boolean).join(', ')})`));
}

function rememberedBlocks({ remembered }: Minutes): RichNode[] {
  if (remembered.length === 0) return [];
  return [
    heading(3, 'What readers remember'),
    ...remembered.flatMap(({ title, answers }) => [
      paragraph(bold(title)),
      list(answers.map(({ by, text }) => saidItem(by, text))),
    ]),
  ];
}

function listUnder(title: string, items: readonly RichNode[]): RichNode[] {
  return items.length === 0 ? [] : [heading(3, title), list(items)];
}

/** Who said it, in front of the first of its lines. */
function saidParagraphs(by: string, text: string): RichNode[] {
  const [first, ...others] = toParagraphs(text);
  return [
    paragraph(bold(`${by === '' ? 'Nobody named' : by}:`), plain(' '), ...(first?.content ?? [])),
    ...others,
  ];
}

/** One for each line that has words. */
const toParagraphs = (text: string): RichNode[] =>
  text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(plain(line)));

const heading = (level: number, text: string): RichNode => ({
  type: 'heading',
  attrs: { level },
  content: [plain(text)],
});

const list = (items: readonly RichNode[]): RichNode => ({ type: 'bulletList', content: [...items] });
const item = (...content: RichNode[]): RichNode => ({ type: 'listItem', content: [paragraph(...content)] });

const paragraph = (...content: RichNode[]): RichNode => ({
  type: 'paragraph',
  content: content.filter(({ text }) => text !== ''),
});

const plain = (text: string): RichNode => ({ type: 'text', text: printable(text).replaceAll(/\s+/gu, ' ') });
const bold = (text: string): RichNode => ({ ...plain(text), marks: [{ type: 'bold' }] });
const italic = (text: string): RichNode => ({ ...plain(text), marks: [{ type: 'italic' }] });
