// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSeal } from '../../core/review/packet/answerSeal';
import { writeAnswerText } from '../../core/review/packet/answerText';
import type { PacketFile } from '../../core/review/packet/packetFile';
import { parseAnswer, readAnswer } from '../../core/review/packet/readAnswer';
import { Answer } from '../../packet/answer/answer';
import { toBase64, toUtf8 } from '../../packet/answer/base64';
import { writeAnswer } from '../../packet/answer/giveBack';
import { browserStorage, Keeping } from '../../packet/answer/keeping';
import { readGiven } from '../../packet/answer/readGiven';
import { packetRecord, someComment, somePacket } from '../support/somePacket';

const packet = somePacket();
const lockedPacket = somePacket({ answerKey: toBase64(new Uint8Array(32).fill(9)) });

function answerTo(to: PacketFile, ...words: string[]): Answer {
  const answer = new Answer(to);
  for (const text of words) answer.put({ ...someComment({ text }), ...answer.newHead() });
  return answer;
}

describe('An answer that a packet writes', () => {
  it('is one that Dateline takes from the reader of this packet', async () => {
    const raw = JSON.parse(await writeAnswer(answerTo(packet, 'Always?', 'On Sundays?')));
    const key = Uint8Array.from(atob(packet.sealKey), (digit) => digit.charCodeAt(0));
    expect(raw.seal).toBe(toBase64(createSeal(raw, key)));
    const ground = { packet: packetRecord(packet), seal: 'holds', takesChanged: false } as const;
    const read = readAnswer(parseAnswer(raw), ground);
    expect(read).toMatchObject({ by: 'Ines Duarte', isSealed: true });
    expect(read.records.map((record) => record.kind === 'comment' && record.text)).toEqual([
      'Always?',
      'On Sundays?',
    ]);
  });

  it.each([
    ['open', packet],
    ['locked', lockedPacket],
  ])('is gone on with from its file and from its text: %s', async (_name, to) => {
    const answer = answerTo(to, 'só nós');
    const text = await writeAnswer(answer);
    for (const given of [text, `> ${writeAnswerText(toBase64(toUtf8(text))).replaceAll('\n', '\n> ')}`])
      expect(await readGiven(given, to)).toEqual({ ok: true, records: answer.records });
  });

  it.each([
    ['another packet', async () => writeAnswer(answerTo(somePacket({ id: 'packet2' }), 'x'))],
    ['a locked one', async () => writeAnswer(answerTo(lockedPacket, 'x'))],
    ['another reader', async () => writeAnswer(answerTo(somePacket({ reader: 'Tom Okafor' }), 'x'))],
    ['a file that is cut short', async () => (await writeAnswer(answerTo(packet, 'x'))).slice(0, -5)],
    ['something else', async () => '<!doctype html>'],
    ['nothing', async () => ''],
  ])('is not taken from %s, and a sentence says so', async (_name, given) => {
    const read = await readGiven(await given(), packet);
    expect(read).toMatchObject({
      ok: false,
      why: expect.stringContaining('What you wrote here stays as it is.'),
    });
  });

  it('keeps one signature for a part, and every remark, when two of them come together', () => {
    const answer = answerTo(packet, 'Here');
    const signOff = { kind: 'signOff', part: 'release', version: '0', draft: 7, isSigned: true } as const;
    answer.put({ ...answer.newHead(), ...signOff, note: 'here' });
    const other = answerTo(packet, 'There');
    other.put({ ...other.newHead(), ...signOff, note: 'there' });
    answer.takeIn(other.records);
    expect(answer.ofKind('comment').map(({ text }) => text)).toEqual(['Here', 'There']);
    expect(answer.ofKind('signOff').map(({ note }) => note)).toEqual(['there']);
  });
});

describe('What is written', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    localStorage.clear();
  });

  // Chromium may lose what is kept in a place that was filled and emptied just before.
  it('has its place found without a trace', () => {
    const writing = vi.spyOn(Storage.prototype, 'setItem');
    expect(browserStorage()).toBe(localStorage);
    expect(writing).not.toHaveBeenCalled();
  });

  it('is kept, and said to be kept only then', async () => {
    vi.useFakeTimers();
    const answer = new Answer(packet);
    const keeping = new Keeping(answer, localStorage, () => undefined);
    expect(keeping.state).toEqual({ kind: 'nothing', canKeep: true });
    answer.put({ ...someComment(), ...answer.newHead() });
    expect([keeping.state.kind, keeping.isAtRisk, keeping.read()]).toEqual(['writing', true, null]);
    await vi.runAllTimersAsync();
    expect([keeping.state.kind, keeping.isAtRisk]).toEqual(['kept', false]);
    expect(await readGiven(keeping.read() ?? '', packet)).toEqual({ ok: true, records: answer.records });
  });

  it.each([
    ['is full', 'setItem'],
    ['forgets at once', 'forgets'],
  ])('is not said to be kept where the browser %s', async (_name, fault) => {
    vi.useFakeTimers();
    const answer = new Answer(packet);
    const keeping = new Keeping(answer, brokenStorage(fault), () => undefined);
    answer.put({ ...someComment(), ...answer.newHead() });
    await vi.runAllTimersAsync();
    expect([keeping.state.kind, keeping.isAtRisk]).toEqual(['unkept', true]);
    keeping.handedOut();
    expect([keeping.state.kind, keeping.isAtRisk]).toEqual(['saved', false]);
    answer.put({ ...someComment(), ...answer.newHead() });
    await vi.runAllTimersAsync();
    expect(keeping.isAtRisk).toBe(true);
  });

  // Locking a text takes its time, so that one may still be made when the next is begun.
  it.each([
    ['its last words', (answer: Answer) => answer],
    [
      'nothing of what was removed',
      (answer: Answer, keeping: Keeping) => {
        keeping.forget();
        return answer;
      },
    ],
  ])('is kept with %s, however slowly it is locked', async (_name, meanwhile) => {
    const answer = new Answer(lockedPacket);
    const keeping = new Keeping(answer, localStorage, () => undefined);
    answer.put({ ...someComment({ text: 'Always' }), ...answer.newHead() });
    const first = keeping.keep();
    meanwhile(answer, keeping).put({ ...someComment({ text: 'Always?' }), ...answer.newHead() });
    const second = keeping.keep();
    await Promise.all([first, second]);
    expect(keeping.state.kind).toBe('kept');
    expect(await readGiven(keeping.read() ?? '', lockedPacket)).toEqual({
      ok: true,
      records: answer.records,
    });
  });
});

describe('What another window kept', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    localStorage.clear();
  });

  function openWindow(...words: string[]): { answer: Answer; keeping: Keeping } {
    const answer = answerTo(packet, ...words);
    return { answer, keeping: new Keeping(answer, localStorage, () => undefined) };
  }
  const wordsOf = (answer: Answer) => answer.ofKind('comment').map(({ text }) => text);

  it('is taken in and not written once more', async () => {
    const { answer, keeping } = openWindow();
    await keeping.hear(await writeAnswer(answerTo(packet, 'Always?')));
    expect([wordsOf(answer), keeping.state.kind]).toEqual([['Always?'], 'kept']);
    expect([vi.getTimerCount(), keeping.read()]).toEqual([0, null]);
  });

  it('is gone here, too, once it was taken out there', async () => {
    const { answer, keeping } = openWindow();
    answer.put({ ...someComment(), ...answer.newHead() });
    await keeping.keep();
    await keeping.hear(null);
    await vi.runAllTimersAsync();
    expect([answer.records, keeping.read(), keeping.state.kind]).toEqual([[], null, 'nothing']);
  });

  it('loses a remark that was removed before it was heard of', async () => {
    const there = openWindow('Always?', 'On Sundays?');
    const { answer, keeping } = openWindow();
    await keeping.hear(await writeAnswer(there.answer));
    there.answer.remove(there.answer.records[0]?.id ?? '');
    await keeping.hear(await writeAnswer(there.answer));
    expect([wordsOf(answer), keeping.state.kind]).toEqual([['On Sundays?'], 'kept']);
  });

  it('stands beside what is written here at the same time', async () => {
    const here = openWindow();
    const there = openWindow();
    for (const { answer } of [here, there]) answer.put({ ...someComment(), ...answer.newHead() });
    await there.keeping.keep();
    await here.keeping.hear(there.keeping.read());
    await here.keeping.keep();
    await there.keeping.hear(here.keeping.read());
    expect(wordsOf(here.answer)).toEqual(['Always?', 'Always?']);
    expect(new Set(there.answer.records)).toEqual(new Set(here.answer.records));
    expect([here.keeping.state.kind, there.keeping.state.kind]).toEqual(['kept', 'kept']);
  });
});

/** A browser's store, as it is in a private window or once it is full. */
function brokenStorage(fault: string): Storage {
  return {
    length: 0,
    clear: () => undefined,
    key: () => null,
    getItem: () => null,
    removeItem: () => undefined,
    setItem: () => {
      if (fault === 'setItem') throw new DOMException('Full', 'QuotaExceededError');
    },
  };
}
