import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { sectionText } from '../../core/narrative/plainText';
import { newHost } from './newHost';

const firstPage = { stage: 'all', sort: 'edited', offset: 0, limit: 50 } as const;

describe('a host', () => {
  it('keeps what was written from one start to the next', async () => {
    const first = await newHost();
    const { id } = await first.call('narratives.create', { name: 'Quiet Harbour' });
    await first.host.close();

    const second = await newHost({ folder: first.folder });
    const library = await second.call('library.list', firstPage);
    expect(library.items.map(({ meta, heading }) => [meta.id, heading])).toEqual([[id, 'Quiet Harbour']]);
    expect(library.folder).toBe(first.folder);
    expect(second.errors).toEqual([]);
  });

  it('puts the answers of the brief into their sections, a paragraph for each line', async () => {
    const { call } = await newHost();
    const brief = { customer: 'People who mend\n\nPeople who would', measure: '<b>Ten</b> repairs' };
    const { id } = await call('narratives.create', { brief });
    const { state } = await call('narratives.open', { id });
    const { parts } = readNarrativeDoc(decodeNarrativeDoc(Buffer.from(state, 'base64')));
    expect(sectionText(parts.brief, 'customer')).toBe('People who mend\nPeople who would');
    expect(sectionText(parts.brief, 'measure')).toBe('<b>Ten</b> repairs');
    expect(sectionText(parts.brief, 'need')).toBe('');
  });

  it('remembers settings and changes only those that are given', async () => {
    const { call } = await newHost();
    await call('settings.update', { theme: 'dark' });
    const settings = await call('settings.update', { author: 'Noor' });
    expect(settings).toMatchObject({ theme: 'dark', author: 'Noor', language: 'en-GB' });
    expect(await call('settings.read', {})).toEqual(settings);
  });

  it('answers its capabilities with the folder, and passes addresses on', async () => {
    const opened: string[] = [];
    const { call, folder } = await newHost({
      ports: {
        openExternal: async (url) => {
          opened.push(url);
        },
      },
    });
    expect(await call('app.capabilities', {})).toMatchObject({ folder, platform: 'linux' });
    await call('app.openExternal', { url: 'https://example.org/' });
    await expect(call('app.openExternal', { url: 'file:///etc/passwd' })).rejects.toMatchObject({
      code: 'bad-request',
    });
    expect(opened).toEqual(['https://example.org/']);
  });

  it('writes files that say in words what they hold', async () => {
    const { call, folder } = await newHost();
    const { id } = await call('narratives.create', { brief: { customer: 'Night nurses' } });
    expect(await readFile(join(folder, 'narratives', `${id}.json`), 'utf8')).toContain('"Night nurses"');
  });
});
