import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call } from '../core/api/client';
import type { NarrativeId } from '../core/narrative/meta';
import { partKeys } from '../core/narrative/parts';
import { createAnchor } from '../core/review/createAnchor';
import { sealedText } from '../core/review/packet/answerSeal';
import { type AnswerRecord, answerFormat, answerVersion } from '../core/review/packet/packetAnswer';
import { type PacketFile, packetFileSchema } from '../core/review/packet/packetFile';
import { positionAt } from '../core/review/partText';
import { readDocText } from '../core/review/readPartText';
import { randomFrom } from './prose';
import type { Table } from './report';
import { callOf, openHost } from './startApp';
import { median, ms, timed } from './statistics';

const packetCount = 50;
const remarkCount = 40;
const asks = { comments: true, suggestions: true, signOff: true, modelPrompts: ['customer' as const] };

interface Made {
  /** Size of the whole page, and of the pictures in it. */
  bytes: number;
  pictureBytes: number;
  packet: PacketFile;
}

async function make(call: Call, id: NarrativeId, readers: string[]): Promise<Made[]> {
  const { packets } = await call('packets.make', {
    ...{ id, purpose: 'review', readers, parts: [...partKeys], asks },
    ...{ excitementTest: '', passphrase: '', note: '', returnBy: '' },
  });
  return packets.map(({ data }) => {
    const html = Buffer.from(data ?? '', 'base64').toString('utf8');
    const [, json = ''] = /id="packet-data">(.*?)<\/script>/su.exec(html) ?? [];
    const packet = packetFileSchema.parse(JSON.parse(json));
    const pictureBytes = Object.values(packet.pictures).reduce((sum, { src }) => sum + src.length, 0);
    return { bytes: Buffer.byteLength(html), pictureBytes, packet };
  });
}

/** Forty remarks on words all over the packet, sealed as its page does it. */
function answerTo(packet: PacketFile, seed: number): string {
  const random = randomFrom(seed);
  const texts = packet.parts.map(({ part, doc }) => ({ part, text: readDocText(doc) }));
  const records = Array.from({ length: remarkCount }, (_, index): AnswerRecord => {
    const { part, text } = texts[Math.floor(random() * texts.length)] ?? texts[0] ?? noParts();
    const start = Math.floor(random() * Math.max(text.text.length - 60, 1));
    const range = { from: positionAt(text, start), to: positionAt(text, start + 40) };
    const head = { id: `${packet.id}.a.${index}`, at: packet.madeAt, by: packet.reader };
    return { ...head, kind: 'comment', anchor: createAnchor(text, part, range), text: `Remark ${index}?` };
  });
  const answer = {
    ...{ format: answerFormat, version: answerVersion, packet: packet.id, narrative: packet.narrative.id },
    ...{ contentVersion: packet.contentVersion, writtenAt: packet.madeAt, records },
  };
  const key = Buffer.from(packet.sealKey, 'base64');
  return JSON.stringify({
    ...answer,
    seal: createHmac('sha256', key).update(sealedText(answer)).digest('base64'),
  });
}

function noParts(): never {
  throw new Error('This packet shows nothing.');
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

/** What packets cost: making them, their size, and merging what comes back until it is durable. */
export async function benchPackets({ short }: { short: boolean }): Promise<Table> {
  const rounds = short ? 1 : 5;
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const host = await openHost(folder);
  try {
    const call = callOf(host);
    const readers = Array.from({ length: packetCount }, (_, index) => `Reader ${index}`);
    const times = { made: [] as number[], first: [] as number[], again: [] as number[] };
    let largest: Made | undefined;
    for (let round = 0; round < rounds; round += 1) {
      const { id } = await call('narratives.create', { sample: 'consumer-app' });
      const made = await timed(() => make(call, id, readers));
      largest = made.value[0];
      const files = made.value.map(({ packet }, index) => ({
        fileName: `${index}.dateline-answer`,
        data: base64(answerTo(packet, index + 1)),
      }));
      const merge = () => call('packets.merge', { id, files, text: '', takesChanged: false });
      const [first, again] = [await timed(merge), await timed(merge)];
      if (first.value.added.remarks !== packetCount * remarkCount) throw new Error(first.value.sentence);
      times.made.push(made.ms);
      times.first.push(first.ms);
      times.again.push(again.ms);
    }
    const { bytes, pictureBytes } = largest ?? noParts();
    return {
      title: 'Packets',
      note: `Medians of ${rounds} rounds on a sample with screens, all parts in each packet; from the files as they come to what is on disk. Goals: ${packetCount} packets with ${remarkCount} remarks each merged in at most 1 s, a packet of at most 400 kB plus pictures.`,
      head: ['what', 'result'],
      rows: [
        [`${packetCount} answers with ${remarkCount} remarks each merged`, ms(median(times.first))],
        ['the same once more, nothing new', ms(median(times.again))],
        [`${packetCount} packets made`, ms(median(times.made))],
        ['size of a packet without its pictures', kilobytes(bytes - pictureBytes)],
        ['pictures in it', kilobytes(pictureBytes)],
      ],
    };
  } finally {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  }
}
