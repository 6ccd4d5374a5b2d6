import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packetFileSchema } from '../../core/review/packet/packetFile';
import { lockedPacketSchema } from '../../core/review/packet/packetLock';
import { newLibraryFolder } from '../host/newHost';
import { answerOn } from '../host/review/packets/sentPacket';
import { runCli } from './runCli';

async function aNarrative() {
  const library = await newLibraryFolder();
  const cwd = await newLibraryFolder();
  const cli = (...args: string[]) => runCli([...args, '--json', '--library', library], { cwd });
  const { id } = (await cli('new', '--sample', 'web-service')).json() as { id: string };
  return { cli, cwd, id };
}

async function dataIn(path: string): Promise<unknown> {
  const [, json = ''] = /id="packet-data">(.*?)<\/script>/s.exec(await readFile(path, 'utf8')) ?? [];
  return JSON.parse(json);
}

it('makes packets for readers and merges what they give back, twice without doubling', {
  timeout: 90_000,
}, async () => {
  const { cli, cwd, id } = await aNarrative();
  const made = await cli('packet', id, '--reader', 'Ines Duarte', 'Tom', '--parts', 'release,plan');
  expect(made.code, made.stderr).toBe(0);
  const { packets } = made.json() as { packets: { reader: string; path: string }[] };
  expect(packets.map(({ reader }) => reader)).toEqual(['Ines Duarte', 'Tom']);
  const packet = packetFileSchema.parse(await dataIn(join(cwd, packets[0]?.path ?? '')));
  expect(packet.parts.map(({ part }) => part)).toEqual(['release', 'plan']);
  const answer = JSON.stringify(answerOn(packet, 'Quernstone', 'trained model'));
  await writeFile(join(cwd, 'a.dateline-answer'), answer);
  await writeFile(join(cwd, 'b.dateline-answer'), answer.replace('right?', 'wrong.'));
  const first = await cli('merge', id, 'b.dateline-answer', 'a.dateline-answer', 'a.dateline-answer');
  expect([first.code, first.json()]).toMatchObject([
    1,
    {
      ...{ comments: 2, known: 2 },
      failed: [{ file: 'b.dateline-answer', code: 'file-damaged' }],
    },
  ]);
  const claimed = await cli('merge', id, '--claimed', 'b.dateline-answer');
  expect([claimed.code, claimed.json()]).toMatchObject([
    0,
    { comments: 1, known: 1, files: [{ doubts: [expect.stringContaining('merely claimed')] }] },
  ]);
});

it('locks packets with a passphrase out of a file, and replaces nothing', { timeout: 90_000 }, async () => {
  const { cli, cwd, id } = await aNarrative();
  await writeFile(join(cwd, 'words'), 'four words quite apart\nand a second line');
  const order = ['packet', id, '--reader', 'Ines', '--passphrase-file', 'words', '--return-by', '2027-03-01'];
  for (const _round of [1, 2]) expect((await cli(...order)).code).toBe(0);
  const files = (await readdir(cwd)).filter((name) => name.endsWith('.html')).sort();
  expect(files).toEqual(['Packet-for-Ines (2).html', 'Packet-for-Ines.html']);
  expect(lockedPacketSchema.safeParse(await dataIn(join(cwd, files[1] ?? ''))).success).toBe(true);
});

it('says what is wrong with an order', { timeout: 90_000 }, async () => {
  const { cli, id } = await aNarrative();
  const codes = [
    await cli('packet', id),
    await cli('packet', id, '--reader', 'Ines', '--customers'),
    await cli('packet', id, '--reader', 'Ines', '--parts', 'prologue'),
    await cli('packet', id, '--reader', 'Ines', '--return-by', 'soon'),
    await cli('packet', id, '--customers'),
    await cli('packet', 'no-such-one', '--reader', 'Ines'),
    await cli('packet', id, '--reader', 'Ines', '--out', 'nowhere'),
    await cli('packet', id, '--reader', 'Ines', '--passphrase-file', 'nowhere'),
  ].map(({ code }) => code);
  expect(codes).toEqual([2, 2, 2, 2, 1, 1, 1, 1]);
});
