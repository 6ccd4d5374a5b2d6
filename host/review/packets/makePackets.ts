import { DatelineError } from '../../../core/api/errors';
import type { NarrativeFile } from '../../../core/format/narrativeFile';
import type { NarrativeId } from '../../../core/narrative/meta';
import { knownRecords } from '../../../core/review/knownRecords';
import { safeFileName } from '../../../core/review/packet/answerFileName';
import type { PacketFile } from '../../../core/review/packet/packetFile';
import { type MadePacket, type PacketOrder, passphraseLength } from '../../../core/review/packet/packetOrder';
import type { ReviewRecordOf } from '../../../core/review/reviewRecord';
import type { LibraryStore } from '../../../storage/libraryStore';
import type { OpenNarratives } from '../../narratives/openNarratives';
import type { HostPorts } from '../../ports';
import { base64, lockPacket, randomBytes } from './cipher';
import { gatherPacket, type SharedPacket } from './packetData';
import { type PageBundle, readPageBundle, renderPacketPage } from './packetPage';
import { choosePlace } from './packetPlace';

export interface MakingPorts {
  store: Pick<LibraryStore, 'readAsset' | 'hasAsset' | 'versions'>;
  narratives: Pick<OpenNarratives, 'peek' | 'addReview'>;
  ports: Pick<HostPorts, 'now' | 'newId' | 'saveDialog' | 'folderDialog'>;
  /** Who works here, as the settings say. */
  author: () => string;
  /** Folder of the bundled page. */
  packetPage: string;
}

/**
 * Makes one packet for each reader, and one for all customers. What is needed to know their answers again is durable
 * before any of them leaves. Empty when somebody closed the dialog: then nothing was made.
 */
export async function makePackets(
  id: NarrativeId,
  given: PacketOrder,
  making: MakingPorts,
): Promise<MadePacket[]> {
  const { store, narratives, ports, author, packetPage } = making;
  const file = await narratives.peek(id);
  const order = checkedOrder(given, file);
  const bundle = await readPageBundle(packetPage);
  const madeAt = ports.now().toISOString();
  const shared = await gatherPacket({ file, files: store, order, askedBy: author(), madeAt });
  const packets = order.readers.map((reader) => packetFor(reader, { shared, order, newId: ports.newId }));
  const pages = await Promise.all(packets.map((packet) => writePage(packet, order.passphrase, bundle)));
  const place = await choosePlace(
    ports,
    pages.map(({ fileName }) => fileName),
  );
  if (place === null) return [];
  await store.versions.keep(file, {
    reason: 'packet',
    name: order.readers.join(', ').slice(0, 200),
    by: author(),
  });
  await narratives.addReview(id, packets.map(toRecord));
  const made: MadePacket[] = [];
  for (const { packet, fileName, html } of pages) {
    const { id: name, reader } = packet;
    made.push({ packet: name, reader, fileName, ...(await place(fileName, Buffer.from(html, 'utf8'))) });
  }
  return made;
}

/** The order as it can be made. Throws `bad-request` with what is missing. */
function checkedOrder(order: PacketOrder, file: NarrativeFile): PacketOrder {
  const { passphrase, readers, purpose, excitementTest } = order;
  if (passphrase !== '' && passphrase.length < passphraseLength.least)
    throw new DatelineError(
      'bad-request',
      `A passphrase has at least ${passphraseLength.least} characters. No packet was made.`,
      'Four words that do not belong together are easy to say on the phone and hard to guess.',
    );
  if (purpose === 'customers') {
    const tests = knownRecords(file.review).filter(({ kind }) => kind === 'excitementTest');
    if (!tests.some((test) => test.id === excitementTest)) throw noTest();
    const asks = { comments: false, suggestions: false, signOff: false, modelPrompts: [] };
    return { ...order, readers: [''], parts: ['release'], asks };
  }
  const named = [...new Set(readers)];
  if (named.length === 0)
    throw new DatelineError(
      'bad-request',
      'A packet is made for somebody. No packet was made.',
      'Name a reader.',
    );
  return { ...order, readers: named, excitementTest: '' };
}

function noTest(): DatelineError {
  return new DatelineError(
    'bad-request',
    'Customers answer a test whose pass mark is fixed before the first answer. No packet was made.',
    'Fix the pass mark under Customers first.',
  );
}

interface PacketGround {
  shared: SharedPacket;
  order: PacketOrder;
  newId: () => string;
}

const keyBytes = 32;

function packetFor(reader: string, { shared, order, newId }: PacketGround): PacketFile {
  const newKey = () => base64(randomBytes(keyBytes));
  const answerKey = order.passphrase === '' ? '' : newKey();
  return { ...shared, id: `packet-${newId()}`, reader, sealKey: newKey(), answerKey };
}

/** What a locked packet is called tells nothing of what is in it. */
async function writePage(packet: PacketFile, passphrase: string, bundle: PageBundle) {
  const { reader, narrative, draft, language } = packet;
  const isLocked = passphrase !== '';
  const data = isLocked ? await lockPacket(JSON.stringify(packet), passphrase) : packet;
  const title = isLocked ? 'A packet to read' : `${narrative.name}, draft ${draft}`;
  const html = renderPacketPage({ data, title, language: isLocked ? 'en' : language }, bundle);
  const about = isLocked ? 'Packet' : `${safeFileName(narrative.name) || 'Narrative'}-draft-${draft}`;
  const whose = reader === '' ? 'customers' : safeFileName(reader) || 'reader';
  return { packet, html, fileName: `${about}-for-${whose}.html` };
}

function toRecord(packet: PacketFile): ReviewRecordOf<'packet'> {
  const { id, purpose, reader, draft, asks, excitementTest, returnBy, sealKey, answerKey } = packet;
  return {
    ...{ kind: 'packet', id, at: packet.madeAt, by: packet.askedBy, origin: { kind: 'here', file: '' } },
    ...{ purpose, reader, draft, asks, excitementTest, returnBy, sealKey, answerKey },
    version: packet.contentVersion,
    parts: packet.parts.map(({ part }) => part),
  };
}
