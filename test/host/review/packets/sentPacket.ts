import { contentVersion } from '../../../../core/format/contentVersion';
import type { NarrativeId } from '../../../../core/narrative/meta';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../../../core/narrative/narrativeDoc';
import { createAnchor } from '../../../../core/review/createAnchor';
import type { AnswerRecord } from '../../../../core/review/packet/packetAnswer';
import type { PacketFile } from '../../../../core/review/packet/packetFile';
import { positionAt } from '../../../../core/review/partText';
import { readDocText } from '../../../../core/review/readPartText';
import { packetRecord, someAnswer, somePacket } from '../../../support/somePacket';
import type { TestHost } from '../../newHost';

/** A narrative of a library. */
export async function sampleNarrative({ call }: TestHost): Promise<NarrativeId> {
  return (await call('narratives.create', { sample: 'web-service' })).id;
}

export async function contentOf({ call }: TestHost, id: NarrativeId) {
  const { state } = await call('narratives.open', { id });
  return readNarrativeDoc(decodeNarrativeDoc(Buffer.from(state, 'base64')));
}

/** A packet of the release, as its author keeps it and as its reader has it. */
export async function sentPacket(
  host: TestHost,
  id: NarrativeId,
  given: Partial<PacketFile> = {},
): Promise<PacketFile> {
  const content = await contentOf(host, id);
  const packet = somePacket({
    narrative: { id, name: 'Fairmend' },
    contentVersion: contentVersion(content),
    parts: [{ part: 'release', title: 'Press release', version: '0', doc: content.parts.release }],
    ...given,
  });
  await host.call('review.add', { id, records: [packetRecord(packet)] });
  return packet;
}

/** A remark of a packet's reader on words of its first part. */
export function remarkOn(packet: PacketFile, words: string, number = 1): AnswerRecord {
  const [shown] = packet.parts;
  if (!shown) throw new Error('This packet shows nothing.');
  const text = readDocText(shown.doc);
  const start = text.text.indexOf(words);
  if (start < 0) throw new Error(`The packet does not say “${words}”.`);
  const range = { from: positionAt(text, start), to: positionAt(text, start + words.length) };
  return {
    kind: 'comment',
    id: `${packet.id}.a.${number}`,
    at: '2027-03-02T09:30:00.000Z',
    by: packet.reader,
    text: `Is “${words}” right?`,
    anchor: createAnchor(text, shown.part, range),
  };
}

/** Something said as a file that is merged. */
export const fileOf = (said: unknown, fileName = 'a.dateline-answer') => ({
  fileName,
  data: Buffer.from(typeof said === 'string' ? said : JSON.stringify(said)).toString('base64'),
});

/** The answer of a packet's reader, with one remark on each of these words. */
export const answerOn = (packet: PacketFile, ...words: string[]) =>
  someAnswer(
    packet,
    words.map((each, index) => remarkOn(packet, each, index + 1)),
  );
