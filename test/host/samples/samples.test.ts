import { describe, expect, it } from 'vitest';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import { type RichNode, stringAttr } from '../../../core/narrative/richText';
import { newHost } from '../newHost';

const pictures = (node: RichNode): string[] => [
  ...(node.type === 'image' ? [stringAttr(node, 'asset')] : []),
  ...(node.content ?? []).flatMap(pictures),
];

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
    const { call, host } = await newHost();
    const { id } = await call('narratives.create', { sample: 'consumer-app' });
    const { state } = await call('narratives.open', { id });
    const { parts } = readNarrativeDoc(decodeNarrativeDoc(Buffer.from(state, 'base64')));
    const names = Object.values(parts).flatMap(pictures);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(await host.readAsset(name)).toMatchObject({ mime: 'image/png' });
  });

  it.each(['../guidance/release', 'nothing', ''])('are not found by the name %j', async (sample) => {
    const { call } = await newHost();
    await expect(call('narratives.create', { sample })).rejects.toMatchObject({ code: 'not-found' });
  });
});
