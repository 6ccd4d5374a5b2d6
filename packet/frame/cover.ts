import { longDate } from '../../core/export/stamp';
import { countWordsIn } from '../../core/narrative/plainText';
import { customerIntroduction } from '../../core/review/excitement/questions';
import type { PacketFile } from '../../core/review/packet/packetFile';
import { type Child, element } from '../dom/element';

/** Words that people read in a minute when they read to judge. */
const wordsPerMinute = 130;

/** How long these parts take to read, in whole minutes. */
export const minutesOf = (parts: readonly Pick<PacketFile['parts'][number], 'doc'>[]): number =>
  Math.max(1, Math.ceil(parts.reduce((sum, { doc }) => sum + countWordsIn(doc), 0) / wordsPerMinute));

/** What stands above the text: who asks, for what, and how it goes back. */
export function renderCover(packet: PacketFile): HTMLElement {
  const { purpose, reader, narrative, draft, note, askedBy, confidentiality, returnBy } = packet;
  const isReview = purpose === 'review';
  return element('header', { class: 'cover' }, [
    element('h1', {}, [`${narrative.name}, draft ${draft}`]),
    ...(isReview ? reviewWords(packet) : [element('p', {}, [customerIntroduction])]),
    note === ''
      ? null
      : element('blockquote', { class: 'note', dir: 'auto' }, [
          note,
          askedBy && element('cite', {}, [askedBy]),
        ]),
    returnBy === '' ? null : element('p', {}, [`An answer is wished for by ${longDate(returnBy)}.`]),
    element('p', {}, [howTo(packet)]),
    confidentiality === '' ? null : element('p', { class: 'confidential' }, [confidentiality]),
    reader === '' ? null : element('p', { class: 'quiet' }, [`This packet was made for ${reader}.`]),
  ]);
}

function reviewWords({ askedBy, parts }: PacketFile): Child[] {
  const minutes = minutesOf(parts);
  const count = parts.length === 1 ? 'one part' : `${parts.length} parts`;
  return [
    element('p', {}, [
      `${askedBy === '' ? 'You are asked' : `${askedBy} asks you`} to read this in silence. About ${minutes} ${
        minutes === 1 ? 'minute' : 'minutes'
      }, ${count}. `,
      'This page never connects to anything: at the end it gives you a small file to send back.',
    ]),
  ];
}

function howTo({ purpose, asks }: PacketFile): string {
  if (purpose === 'customers')
    return 'Select some words, or press the number of a paragraph, and say whether you want, doubt or do not understand them. This page never connects to anything: at the end it gives you a small file to send back.';
  if (!asks.comments && !asks.suggestions) return 'The numbers of the paragraphs help to talk about them.';
  return 'To say something, select some words or press the number of a paragraph.';
}
