import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import { newHost } from '../newHost';

describe('samples', () => {
  it('are listed with what they are about', async () => {
    const { call } = await newHost();
    const samples = await call('samples.list', {});
    expect(samples.map(({ id, kind }) => [id, kind])).toEqual([
      ['consumer-app', 'Consumer app'],
      ['internal-tool', 'Internal tool'],
      ['web-service', 'Web service'],
    ]);
    for (const { heading, subheading } of samples) {
      expect(heading.length).toBeGreaterThan(10);
      expect(subheading.length).toBeGreaterThan(10);
    }
  });

  it('are copied with all of their pictures', async () => {
    const { call, host, folder } = await newHost();
    const { id } = await call('narratives.create', { sample: 'consumer-app' });
    const { state } = await call('narratives.open', { id });
    const { screens } = readNarrativeDoc(decodeNarrativeDoc(Buffer.from(state, 'base64')));
    const drawings = Object.values(screens).flatMap(({ picture }) => picture ?? []);
    expect(drawings).toHaveLength(10);
    for (const { png, svg, scene } of drawings) {
      expect(await host.readAsset(png)).toMatchObject({ mime: 'image/png' });
      expect(existsSync(join(folder, 'assets', svg)), svg).toBe(true);
      if (scene !== '')
        expect(JSON.parse((await call('screens.scene', { asset: scene })).scene)).toBeTruthy();
    }
    expect(drawings.filter(({ scene }) => scene !== '')).toHaveLength(4);
  });

  it.each(['../guidance/release', 'nothing', ''])('are not found by the name %j', async (sample) => {
    const { call } = await newHost();
    await expect(call('narratives.create', { sample })).rejects.toMatchObject({ code: 'not-found' });
  });
});
