import { createHmac } from 'node:crypto';
import { createAnchor } from '../../core/review/createAnchor';
import { sealedText } from '../../core/review/packet/answerSeal';
import {
  type AnswerRecord,
  answerFormat,
  answerVersion,
  type PacketAnswer,
} from '../../core/review/packet/packetAnswer';
import {
  type PacketFile,
  type PacketPart,
  packetFileSchema,
  packetFormat,
  packetVersion,
} from '../../core/review/packet/packetFile';
import { readDocText } from '../../core/review/readPartText';
import type { PacketAsks } from '../../core/review/records/packets';
import type { ReviewRecordOf } from '../../core/review/reviewRecord';

export const somePart: PacketPart = {
  part: 'release',
  title: 'Press release',
  version: '0123456789abcdef',
  doc: {
    type: 'doc',
    content: [
      {
        type: 'section',
        attrs: { key: 'heading', fixed: true },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Osterby launches Fairmend' }] }],
      },
      {
        type: 'section',
        attrs: { key: 'summary', fixed: true },
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'One fixed price, within two hours.' }] },
        ],
      },
    ],
  },
};

const everything: PacketAsks = {
  comments: true,
  suggestions: true,
  signOff: true,
  modelPrompts: ['customer'],
};

/** A packet as it stands in its page; what is given replaces what is usual. */
export function somePacket(given: Partial<PacketFile> = {}): PacketFile {
  return packetFileSchema.parse({
    format: packetFormat,
    version: packetVersion,
    id: 'packet1',
    purpose: 'review',
    reader: 'Ines Duarte',
    askedBy: 'Maren Lund',
    madeAt: '2027-03-01T09:00:00.000Z',
    narrative: { id: 'fairmend-1', name: 'Fairmend' },
    contentVersion: '0123456789abcdef',
    draft: 7,
    language: 'en-GB',
    confidentiality: '',
    note: '',
    returnBy: '',
    asks: everything,
    excitementTest: '',
    parts: [somePart],
    pictures: {},
    screens: {},
    sealKey: Buffer.alloc(32, 7).toString('base64'),
    answerKey: '',
    ...given,
  });
}

/** What a reader gives back to a packet, sealed as its page seals it. */
export function someAnswer(packet: PacketFile, records: readonly AnswerRecord[]): PacketAnswer {
  const answer: Omit<PacketAnswer, 'seal'> = {
    format: answerFormat,
    version: answerVersion,
    packet: packet.id,
    narrative: packet.narrative.id,
    contentVersion: packet.contentVersion,
    writtenAt: '2027-03-02T10:00:00.000Z',
    records: [...records],
  };
  const key = Buffer.from(packet.sealKey, 'base64');
  return { ...answer, seal: createHmac('sha256', key).update(sealedText(answer)).digest('base64') };
}

/** The record that an author keeps of a packet. */
export function packetRecord(packet: PacketFile): ReviewRecordOf<'packet'> {
  const { id, purpose, reader, draft, asks, excitementTest, returnBy, sealKey, answerKey } = packet;
  return {
    ...{ kind: 'packet', id, at: packet.madeAt, by: packet.askedBy, origin: { kind: 'here', file: '' } },
    ...{
      purpose,
      reader,
      version: packet.contentVersion,
      draft,
      parts: packet.parts.map(({ part }) => part),
    },
    ...{ asks, excitementTest, returnBy, sealKey, answerKey },
  };
}

/** A remark of the reader of `somePacket`, on two words of it. */
export function someComment(given: { id?: string; text?: string; by?: string } = {}) {
  const text = readDocText(somePart.doc);
  const at = text.text.indexOf('fixed price') - (text.lines[1]?.start ?? 0) + (text.lines[1]?.from ?? 0);
  return {
    kind: 'comment' as const,
    id: 'packet1.a.1',
    at: '2027-03-02T09:30:00.000Z',
    by: 'Ines Duarte',
    text: 'Always?',
    anchor: createAnchor(text, somePart.part, { from: at, to: at + 11 }),
    ...given,
  };
}
