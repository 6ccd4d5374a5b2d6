import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { defaultExportOptions } from '../../../../core/api/shapes';
import { type NarrativeId, narrativeIdSchema } from '../../../../core/narrative/meta';
import { partFragment } from '../../../../core/narrative/narrativeDoc';
import { knownRecords } from '../../../../core/review/knownRecords';
import { writeAnswerText } from '../../../../core/review/packet/answerText';
import { placeAnchor } from '../../../../core/review/placeAnchor';
import { readPartText } from '../../../../core/review/readPartText';
import { packetRecord, someAnswer } from '../../../support/somePacket';
import { openWindow } from '../../editor';
import { newHost, type TestHost } from '../../newHost';
import { answerOn, fileOf, remarkOn, sampleNarrative, sentPacket } from './sentPacket';

const words = ['Quernstone', 'trained model', 'no server to keep'] as const;

const merge = (
  { call }: TestHost,
  id: NarrativeId,
  given: { files?: ReturnType<typeof fileOf>[]; text?: string; takesChanged?: boolean },
) => call('packets.merge', { id, files: [], text: '', takesChanged: false, ...given });

const reviewOf = async ({ call }: TestHost, id: NarrativeId) =>
  (await call('narratives.open', { id })).review;

describe('Answers that come back', () => {
  it('are taken in any order, twice without doubling, as files and as pasted text', async () => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const one = await sentPacket(host, id);
    const two = await sentPacket(host, id, { id: 'packet2', reader: 'Tom Okafor' });
    const [a, b] = [answerOn(one, words[0], words[1]), answerOn(two, words[2])];
    const pasted = writeAnswerText(Buffer.from(JSON.stringify(b)).toString('base64'));
    const first = await merge(host, id, { files: [fileOf(a), fileOf(a, 'again.dateline-answer')] });
    expect(first).toMatchObject({
      sentence: 'Merged 2 answers: 2 remarks, 2 more were here already.',
      answers: [
        { reader: 'Ines Duarte', isSealed: true, added: 2, known: 0 },
        { reader: 'Ines Duarte', added: 0, known: 2 },
      ],
    });
    const mail = `Hello,\n\n${pasted}\n\nTom`.replace(/^/gm, '> ');
    const second = await merge(host, id, { files: [fileOf(a)], text: mail });
    expect(second).toMatchObject({ added: { remarks: 1 }, known: 2, orphans: 0, failed: [] });
    const other = await newHost();
    const same = await sampleNarrative(other);
    for (const packet of [two, one])
      await other.call('review.add', { id: same, records: [packetRecord(packet)] });
    await merge(other, same, { text: mail, files: [fileOf(a)] });
    const said = async (at: TestHost, narrative: NarrativeId) => Object.keys(await reviewOf(at, narrative));
    expect(await said(other, same)).toEqual(await said(host, id));
  });

  it('for an older version land on the present text, and what was deleted is told', async () => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const window = await openWindow(host.call, id, 'author');
    await host.call('exports.run', { id, format: 'md', options: defaultExportOptions, job: 'job-out' });
    const packet = await sentPacket(host, id);
    const text = readPartText(partFragment(window.doc, 'release'));
    expect(text.text).toContain(words[0]);
    replaceWords(window.doc, 'no server to keep', 'nothing to look after');
    replaceWords(window.doc, ' opens Millrace', ' today begins to sell Millrace');
    await window.save();
    const merged = await merge(host, id, {
      files: [fileOf(answerOn(packet, 'no server to keep', 'Quernstone'))],
    });
    expect(merged).toMatchObject({
      orphans: 1,
      sentence: expect.stringContaining('1 stands on deleted text.'),
    });
    const now = readPartText(partFragment(window.doc, 'release'));
    const states = knownRecords(await reviewOf(host, id)).flatMap((record) =>
      record.kind === 'comment' ? [placeAnchor(now, record.anchor).state] : [],
    );
    expect(states.sort()).toEqual(['exact', 'orphan']);
  });

  it('are merely claimed without a seal, and verified once they come sealed', async () => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const packet = await sentPacket(host, id);
    const sealed = someAnswer(packet, [remarkOn(packet, words[0])]);
    const { seal: _seal, ...open } = sealed;
    expect(await merge(host, id, { files: [fileOf(open)] })).toMatchObject({
      sentence: 'Merged 1 answer: 1 remark, none twice. 1 answer is merely claimed.',
    });
    expect(await merge(host, id, { files: [fileOf(sealed)] })).toMatchObject({ known: 1 });
    await merge(host, id, { files: [fileOf(open)] });
    const [remark, ...others] = knownRecords(await reviewOf(host, id)).filter(
      ({ kind }) => kind === 'comment',
    );
    expect([remark?.origin.isSealed, others]).toEqual([true, []]);
  });
});

describe('Answers that are imported like any other file', () => {
  it('find their narrative by themselves, or are refused', async () => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const packet = await sentPacket(host, id);
    const imported = (said: unknown, fileName?: string) =>
      host.call('imports.run', { ...fileOf(said, fileName), job: 'job-in' });
    expect(await imported(answerOn(packet, words[0]))).toMatchObject({
      id,
      review: { comments: 1, known: 0 },
    });
    const text = writeAnswerText(Buffer.from(JSON.stringify(answerOn(packet, words[0]))).toString('base64'));
    expect(await imported(text, 'mail.txt')).toMatchObject({ id, review: { comments: 0, known: 1 } });
    const lost = { ...packet, narrative: { ...packet.narrative, id: narrativeIdSchema.parse('elsewhere') } };
    await expect(imported(answerOn(lost, words[0]))).rejects.toMatchObject({ code: 'bad-request' });
    const page = '<!doctype html><p>x</p><script type="application/json" id="packet-data">{}</script>';
    await expect(imported(page, 'packet.html')).rejects.toThrow('the packet itself');
    const about = 'Answers stand between -----BEGIN DATELINE ANSWER----- and -----END DATELINE ANSWER-----.';
    expect((await imported(about, 'help.md')).id).not.toBe(id);
  });
});

describe('Answers that cannot be taken', () => {
  it('are named with a sentence, change nothing, and do not stop the others', async () => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const other = await sampleNarrative(host);
    const packet = await sentPacket(host, id);
    const good = answerOn(packet, words[0]);
    const json = JSON.stringify(good);
    const hostile = { ...remarkOn(packet, words[1], 7), by: '<script>alert(1)</script>' };
    const deep = `{"format":"dateline-answer","version":1,"records":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const before = await reviewOf(host, id);
    const bad: [string, string | object, string][] = [
      ['by hand', json.replace('right?', 'wrong.'), 'changed after its packet had sealed it'],
      ['cut', json.slice(0, -30), 'cut short'],
      ['cut text', writeAnswerText(Buffer.from(json).toString('base64')).slice(0, 400), 'cut short'],
      [
        'another',
        answerOn(await sentPacket(host, other, { id: 'packet9' }), words[0]),
        'about another narrative, “Serverless',
      ],
      ['newer', { ...good, version: 2 }, 'newer Dateline'],
      ['many', { ...good, records: Array(100_000).fill({}) }, '100,000 records; Dateline takes up to 2,000'],
      ['script', someAnswer(packet, [hostile]), 'its packet was made for Ines Duarte'],
      ['large', `{"a":"${'x'.repeat(8_100_000)}"}`, 'up to 8 MB'],
      ['deep', deep, 'cut short'],
      ['no packet', 'Dear Maren, I liked it.', 'no answer to a packet'],
      ['the page', '<html><script type="application/json" id="packet-data">{}</script>', 'the packet itself'],
      [
        'the page with its script',
        '<html><script type="application/json" id="packet-data">{}</script><script>a="-----BEGIN DATELINE ANSWER-----"\nb="-----END DATELINE ANSWER-----"</script>',
        'the packet itself',
      ],
      ['its data', packet, 'the packet itself'],
    ];
    for (const [name, said, sentence] of bad) {
      const { answers, failed } = await merge(host, id, { files: [fileOf(said, name)] });
      expect({ answers, failed }, name).toMatchObject({
        answers: [],
        failed: [{ name, message: expect.stringContaining(sentence) }],
      });
      expect(failed[0]?.message).toMatch(/Nothing was changed\.$/);
    }
    expect(await reviewOf(host, id)).toEqual(before);
    const files = [...bad.slice(0, 3).map(([name, said]) => fileOf(said, name)), fileOf(good)];
    const mixed = await merge(host, id, { files });
    expect([mixed.failed.length, mixed.answers.length, mixed.added.remarks]).toEqual([3, 1, 1]);
    expect(host.errors).toEqual([]);
  });

  it('are taken as claimed where somebody says so, and words in them stay words', async () => {
    const host = await newHost();
    const id = await sampleNarrative(host);
    const packet = await sentPacket(host, id);
    const changed = JSON.stringify(answerOn(packet, words[0])).replace('right?', '<img onerror=alert(1)>');
    const merged = await merge(host, id, { files: [fileOf(changed)], takesChanged: true });
    expect(merged).toMatchObject({ answers: [{ isSealed: false, added: 1 }], failed: [] });
    const said = knownRecords(await reviewOf(host, id)).find(({ kind }) => kind === 'comment');
    expect(said).toMatchObject({
      text: 'Is “Quernstone” <img onerror=alert(1)>',
      origin: { isSealed: false },
    });
  });
});

/** Writes other words in place of those of the release, as somebody who types does. */
function replaceWords(doc: Y.Doc, words: string, others: string): void {
  for (const node of partFragment(doc, 'release').createTreeWalker((type) => type instanceof Y.XmlText)) {
    const at = node instanceof Y.XmlText ? node.toString().indexOf(words) : -1;
    if (!(node instanceof Y.XmlText) || at < 0) continue;
    node.delete(at, words.length);
    node.insert(at, others);
    return;
  }
  throw new Error(`The release does not say “${words}”.`);
}
