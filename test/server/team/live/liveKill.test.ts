import { expect, test } from 'vitest';
import { decodeNarrativeDoc, partFragment } from '../../../../core/narrative/narrativeDoc';
import { newHost, newLibraryFolder } from '../../../host/newHost';
import { eventually } from '../../../support/eventually';
import { callerNamed } from './fakeTeam';
import { LiveClient } from './liveClient';
import { bundleLineChild, startChild } from './startChild';

const writers = 20;
const kills = 2;

test(`a server killed with ${writers} windows writing loses nothing it said was kept`, {
  timeout: 120_000,
}, async () => {
  const folder = await newLibraryFolder();
  const first = await newHost({ folder });
  const { id } = await first.call('narratives.create', { name: 'Harbour' });
  await first.host.close();
  const program = await bundleLineChild();
  let child = await startChild({ program, folder });
  const clients = Array.from(
    { length: writers },
    (_, index) => new LiveClient({ url: child.urlFor(callerNamed(`Writer ${index}`)), narrative: id }),
  );
  const kept = new Set<string>();
  for (const client of clients) await client.synced();

  for (let kill = 0; kill < kills; kill += 1) {
    const writing = clients.map((client, index) => writeUntilCut(client, `k${kill}w${index}`, kept));
    await eventually(() => expect(kept.size).toBeGreaterThan((kill + 1) * writers));
    await child.kill();
    // What every window still has is not asked for: only the folder counts.
    for (const client of clients) client.socket.disconnect();
    await Promise.all(writing);
    const text = await textIn(folder, id);
    expect([...kept].filter((words) => !text.includes(words))).toEqual([]);
    child = await startChild({ program, folder, port: child.port, skewMs: kill % 2 === 0 ? -86_400_000 : 0 });
    for (const client of clients) void client.socket.connect();
    for (const client of clients) await client.synced();
  }
  for (const client of clients) expect((await client.keep()).kind).toBe('kept');
  const texts = await eventually(() => {
    const all = new Set(clients.map((client) => client.text()));
    expect(all.size).toBe(1);
    return all;
  });
  await child.kill();
  expect(await textIn(folder, id)).toBe([...texts][0]);
});

/** Writes and asks to keep, a word at a time, until the line is gone. */
async function writeUntilCut(client: LiveClient, name: string, kept: Set<string>): Promise<void> {
  for (let round = 0; client.provider.isSynced; round += 1) {
    const words = `${name}r${round};`;
    client.write(words);
    const n = client.askToKeep();
    const isKept = await client.answered(n);
    if (isKept) kept.add(words);
  }
}

async function textIn(folder: string, id: string): Promise<string> {
  const host = await newHost({ folder });
  const { state } = await host.call('narratives.open', { id: id as never });
  await host.host.close();
  return partFragment(decodeNarrativeDoc(Buffer.from(state, 'base64')), 'release').toString();
}
