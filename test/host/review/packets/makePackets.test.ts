import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../../core/api/contract';
import { defaultExportOptions } from '../../../../core/api/shapes';
import { decodeNarrativeFile, encodeNarrativeFile } from '../../../../core/format/narrativeFile';
import type { NarrativeId } from '../../../../core/narrative/meta';
import { knownRecords } from '../../../../core/review/knownRecords';
import { recordsById } from '../../../../core/review/mergeRecords';
import { type PacketFile, packetFileSchema } from '../../../../core/review/packet/packetFile';
import { lockedPacketSchema } from '../../../../core/review/packet/packetLock';
import type { ReviewRecord } from '../../../../core/review/reviewRecord';
import { partVersion } from '../../../../core/review/signOff/partVersion';
import { newHost, newLibraryFolder, type TestHost } from '../../newHost';
import { answerOn, contentOf, fileOf, sampleNarrative } from './sentPacket';

type Order = Omit<Input<'packets.make'>, 'id'>;
const order: Order = {
  purpose: 'review',
  readers: ['Ines Duarte'],
  parts: ['release', 'customerFaq'],
  asks: { comments: true, suggestions: true, signOff: true, modelPrompts: ['customer'] },
  ...{ excitementTest: '', passphrase: '', note: '', returnBy: '' },
};

const make = ({ call }: TestHost, id: NarrativeId, given: Partial<Order> = {}) =>
  call('packets.make', { id, ...order, ...given });

/** The pages of packets, made where they are handed out as downloads. */
async function pagesOf(host: TestHost, id: NarrativeId, given: Partial<Order> = {}): Promise<string[]> {
  const { packets } = await make(host, id, given);
  return packets.map(({ data }) => Buffer.from(data ?? '', 'base64').toString('utf8'));
}

function dataIn(html: string): unknown {
  const [, json] = /<script type="application\/json" id="packet-data">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json ?? '');
}

const packetIn = (html: string): PacketFile => packetFileSchema.parse(dataIn(html));

const reviewOf = async ({ call }: TestHost, id: NarrativeId) =>
  knownRecords((await call('narratives.open', { id })).review);

describe('A packet', () => {
  it('is one page that may run nothing but its own script and fetch nothing at all', async () => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const hostile = '</script><script>alert(1)</script><!-- \u2028 & “Größe”';
    const [html = ''] = await pagesOf(host, id, { readers: [hostile], note: hostile });
    const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script ?? '');
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy).toContain(`script-src 'sha256-${hash}';`);
    expect(policy).toMatch(/^default-src 'none';.* connect-src 'none';/);
    expect(html).not.toMatch(/\b(?:src|href)=/);
    expect(packetIn(html)).toMatchObject({ note: hostile, reader: hostile });
  });

  it('shows the chosen parts as they are, and nothing that somebody said or that seals others', async () => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const [first = ''] = await pagesOf(host, id);
    const packet = packetIn(first);
    await host.call('packets.merge', {
      ...{ id, text: '', takesChanged: false },
      files: [fileOf(answerOn(packet, 'Quernstone'))],
    });
    const [second = ''] = await pagesOf(host, id, { readers: ['Tom Okafor'] });
    for (const secret of ['Is “Quernstone” right', packet.sealKey, packet.id, 'Ines Duarte'])
      expect(second).not.toContain(secret);
    const { parts, contentVersion } = packetIn(second);
    const content = await contentOf(host, id);
    expect(parts.map(({ part, version }) => [part, version])).toEqual([
      ['release', partVersion(content, 'release')],
      ['customerFaq', partVersion(content, 'customerFaq')],
    ]);
    expect(second).not.toMatch(/"type":"(?:evidence|promise)"/);
    const kept = await host.call('versions.list', { id });
    expect(kept[0]).toMatchObject({ version: contentVersion, reason: 'packet', name: 'Tom Okafor' });
  });

  it('knows its answers again, sealed by itself alone', async () => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const pages = await pagesOf(host, id, { readers: ['Ines Duarte', 'Tom Okafor', 'Ines Duarte'] });
    const [ines, tom] = pages.map(packetIn);
    if (!ines || !tom || pages.length > 2) throw new Error('There are two readers.');
    const forged = answerOn({ ...ines, sealKey: tom.sealKey }, 'Quernstone');
    const merged = await host.call('packets.merge', {
      ...{ id, text: '', takesChanged: false },
      files: [fileOf(forged, 'forged'), fileOf(answerOn(tom, 'Quernstone'), 'tom')],
    });
    expect(merged.answers).toMatchObject([{ name: 'tom', reader: 'Tom Okafor', isSealed: true, added: 1 }]);
    expect(merged.failed).toMatchObject([{ name: 'forged', code: 'file-damaged' }]);
    const records = await reviewOf(host, id);
    expect(records.filter(({ kind }) => kind === 'packet')).toHaveLength(2);
  });

  it('with a passphrase holds nothing that can be read without it', async () => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const { packets } = await make(host, id, { passphrase: 'four words quite apart' });
    const html = Buffer.from(packets[0]?.data ?? '', 'base64').toString('utf8');
    expect(lockedPacketSchema.safeParse(dataIn(html)).success).toBe(true);
    for (const word of ['Quernstone', 'Millrace', 'Ines', 'Serverless', 'dateline-packet"', 'four words'])
      expect(html).not.toContain(word);
    expect(packets[0]?.fileName).toBe('Packet-for-Ines-Duarte.html');
    const [record] = await reviewOf(host, id);
    expect(record?.kind === 'packet' && record.answerKey).toMatch(/^.{44}$/);
  });
});

describe('The keys of packets', () => {
  it('stay in the library when the narrative is handed to others, and are taken from nobody', async () => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const [html = ''] = await pagesOf(host, id);
    const file = [fileOf(answerOn(packetIn(html), 'Quernstone'))];
    await host.call('packets.merge', { id, files: file, text: '', takesChanged: false });
    const other = await newHost();
    const sent = await exported(host, id);
    expect(await received(other, sent)).toEqual([['comment', true]]);
    // The same file in a library that has the narrative, made by somebody who writes a packet of theirs into it.
    const kept = Object.values((await host.call('narratives.open', { id })).review);
    const forged = kept.map((record) => ({
      ...(record as ReviewRecord),
      id: `new-${(record as ReviewRecord).id}`,
    }));
    const forger = await newHost();
    await received(forger, sent);
    await forger.call('review.add', { id, records: forged });
    const theirs = unzipSync(await exported(forger, id));
    const json = decodeNarrativeFile(strFromU8(theirs['narrative.json'] ?? new Uint8Array()));
    const review = recordsById(forged);
    const written = strToU8(encodeNarrativeFile({ ...json, review }, json.savedAt));
    expect(await received(host, zipSync({ 'narrative.json': written }))).toEqual([
      ['comment', true],
      ['comment', false],
      ['packet', undefined],
    ]);
  });
});

async function exported({ call }: TestHost, id: NarrativeId): Promise<Uint8Array> {
  const { data } = await call('exports.run', {
    id,
    format: 'dateline',
    options: defaultExportOptions,
    job: 'job-out',
  });
  return Buffer.from(data ?? '', 'base64');
}

/** Imports a file, and tells what is said about its narrative then, and what of it is sealed. */
async function received(host: TestHost, bytes: Uint8Array) {
  const data = Buffer.from(bytes).toString('base64');
  const { id } = await host.call('imports.run', { fileName: 'a.dateline', data, job: 'job-in' });
  return (await reviewOf(host, id)).map(({ kind, origin }) => [kind, origin.isSealed]).sort(byWords);
}

const byWords = (a: unknown[], b: unknown[]): number =>
  String(a[0]) < String(b[0]) ? -1 : String(a[0]) > String(b[0]) ? 1 : Number(b[1]) - Number(a[1]);

describe('Packets that cannot be made', () => {
  it.each([
    ['without a reader', { readers: [] }, 'Name a reader.'],
    ['with a short passphrase', { passphrase: 'short' }, 'Four words'],
    ['for customers without a test', { purpose: 'customers', readers: [] }, 'pass mark'],
  ] as const)('are refused with a sentence: %s', async (_what, given, sentence) => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const refusal = make(host, id, {
      ...given,
      readers: [...('readers' in given ? given.readers : ['Ines'])],
    });
    await expect(refusal).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('No packet was made.'),
      next: expect.stringContaining(sentence),
    });
    expect(await reviewOf(host, id)).toEqual([]);
  });

  it('are none where somebody closed the dialog', async () => {
    const closed = { saveDialog: async () => null, folderDialog: async () => null };
    const host = await newHost({ ports: closed });
    const id = await sampleNarrative(host);
    expect(await make(host, id)).toEqual({ packets: [] });
    expect(await make(host, id, { readers: ['Ines', 'Tom'] })).toEqual({ packets: [] });
    expect(await reviewOf(host, id)).toEqual([]);
  });

  it('never take the place of a file that is there', async () => {
    const folder = await newLibraryFolder();
    const host = await newHost({ ports: { saveDialog: async () => null, folderDialog: async () => folder } });
    const id = await sampleNarrative(host);
    const given = { readers: ['Ines', 'Tom'] };
    const paths = [await make(host, id, given), await make(host, id, given)].flatMap(({ packets }) =>
      packets.map(({ savedTo }) => savedTo ?? ''),
    );
    expect(new Set(paths).size).toBe(4);
    expect(await readdir(folder)).toHaveLength(4);
    const readers = paths.map(async (path) => packetIn(await readFile(path, 'utf8')).reader);
    expect(await Promise.all(readers)).toEqual(['Ines', 'Tom', 'Ines', 'Tom']);
    expect(paths[0]).toBe(join(folder, 'Serverless-predictions-at-scale-draft-9-for-Ines.html'));
  });
});
