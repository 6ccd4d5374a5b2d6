import { describe, expect, it } from 'vitest';
import { contactId } from '../../../../core/review/ownId';
import type { AnswerRecord, PacketAnswer } from '../../../../core/review/packet/packetAnswer';
import { type AnswerGround, parseAnswer, readAnswer } from '../../../../core/review/packet/readAnswer';
import type { ReviewRecordOf } from '../../../../core/review/reviewRecord';
import { packetRecord, someAnswer, someComment, somePacket } from '../../../support/somePacket';

const packet = somePacket();
const sealed: AnswerGround = { packet: packetRecord(packet), seal: 'holds', takesChanged: false };
const answerWith = (...records: unknown[]) => parseAnswer(someAnswer(packet, records as AnswerRecord[]));
const fromReader = (given: Partial<ReviewRecordOf<'comment'>> = {}) => ({ ...someComment(), ...given });
const signOff: AnswerRecord = {
  ...{ kind: 'signOff', id: 'packet1.a.9', at: '2027-03-02T10:00:00.000Z', by: packet.reader },
  ...{ part: 'release', version: '0123456789abcdef', draft: 7, isSigned: true, note: '' },
};

describe('An answer', () => {
  it('becomes records that know their packet, under ids made of what they say', () => {
    const reply = { kind: 'reply', id: 'packet1.a.2', thread: 'packet1.a.1', text: 'And more.' } as const;
    const { at, by } = someComment();
    const answer = answerWith(someComment(), { ...reply, at, by }, signOff);
    const { records } = readAnswer(answer, sealed);
    expect(records.map(({ id }) => id.split('~')[0])).toEqual(['packet1.a.1', 'packet1.a.2', 'packet1.a.9']);
    expect(records[1]).toMatchObject({ kind: 'reply', thread: records[0]?.id });
    expect(records[0]?.origin).toEqual({
      ...{ kind: 'packet', packet: 'packet1', isSealed: true },
      file: 'Answer-of-Ines-Duarte.dateline-answer',
    });
  });

  it('cannot take the place of another one: what says something else has another id', () => {
    const idOf = (text: string) => readAnswer(answerWith(fromReader({ text })), sealed).records[0]?.id;
    expect(idOf('Always?')).toBe(idOf('Always?'));
    expect(idOf('Always?')).not.toBe(idOf('Never.'));
  });

  it('says who a customer is in one record, however often it is given back', () => {
    const forCustomers = somePacket({ purpose: 'customers', reader: '', excitementTest: 'test-1' });
    const said = (id: string, contact: string) => {
      const at = '2027-03-02T10:00:00.000Z';
      const about = { kind: 'customerContact', customer: 'customer-1', name: 'Ada', contact } as const;
      return parseAnswer(someAnswer(forCustomers, [{ ...about, id, at, by: '' }]));
    };
    const idOf = (answer: PacketAnswer) =>
      readAnswer(answer, { ...sealed, packet: packetRecord(forCustomers) }).records[0]?.id;
    expect(idOf(said('packet1.a.1', 'ada@example.com'))).toBe(contactId('customer-1'));
    expect(idOf(said('packet1.b.9', 'ada@example.org'))).toBe(contactId('customer-1'));
  });

  it('is merely claimed without a seal, and where its packet was made elsewhere', () => {
    const unsealed = readAnswer(answerWith(someComment(), signOff), { ...sealed, seal: 'missing' });
    expect(unsealed.isSealed).toBe(false);
    expect(unsealed.records.map(({ origin }) => origin.isSealed)).toEqual([false, false]);
    const foreign = readAnswer(answerWith(someComment()), { ...sealed, packet: null, seal: 'missing' });
    expect([foreign.isSealed, foreign.by]).toEqual([false, packet.reader]);
  });
});

describe('What no packet gives back', () => {
  const asked = (asks: Partial<typeof packet.asks>): AnswerGround => ({
    ...sealed,
    packet: packetRecord({ ...packet, asks: { ...packet.asks, ...asks } }),
  });
  const link = [{ type: 'link' as const, attrs: { href: 'javascript:alert(1)' } }];
  const suggestion = (now: unknown) => ({
    ...{ ...someComment(), kind: 'suggestion', text: undefined },
    change: { kind: 'words', was: [], now },
  });
  const deep = (depth: number): unknown =>
    depth === 0 ? { type: 'text', text: 'x' } : { type: 'blockquote', content: [deep(depth - 1)] };

  it.each([
    ['a record under another name', answerWith(fromReader({ id: 'other.a.1' })), sealed, 'file-damaged'],
    ['an id that is no name', answerWith(fromReader({ id: 'packet1.__proto__ x' })), sealed, 'file-damaged'],
    ['one id twice', answerWith(fromReader(), fromReader({ text: 'Two' })), sealed, 'file-damaged'],
    ['a record of authors', answerWith({ ...someComment(), kind: 'resolution' }), sealed, 'file-damaged'],
    ['a packet', answerWith({ ...packetRecord(packet), id: 'packet1.x' }), sealed, 'file-damaged'],
    [
      'a reply to what is not in it',
      answerWith({ ...someComment(), kind: 'reply', thread: 'x' }),
      sealed,
      'file-damaged',
    ],
    ['a comment without words', answerWith(fromReader({ text: '' })), sealed, 'file-damaged'],
    ['a sign-off for somebody else', answerWith({ ...signOff, by: 'The boss' }), sealed, 'bad-request'],
    ['what was not asked for', answerWith(signOff), asked({ signOff: false }), 'bad-request'],
    [
      'an address that runs',
      answerWith(suggestion([{ type: 'text', text: 'x', marks: link }])),
      sealed,
      'bad-request',
    ],
    ['blocks without end', answerWith(suggestion([deep(60)])), sealed, 'bad-request'],
    ['a picture', answerWith(suggestion([{ type: 'image', attrs: {} }])), sealed, 'bad-request'],
    ['a broken seal', answerWith(someComment()), { ...sealed, seal: 'broken' as const }, 'file-damaged'],
  ])('%s is refused', (...[, answer, ground, code]) => {
    expect(() => readAnswer(answer, ground)).toThrow(expect.objectContaining({ code }));
  });

  it('is taken as claimed with a broken seal where somebody says so', () => {
    const ground = { ...sealed, seal: 'broken', takesChanged: true } as const;
    expect(readAnswer(answerWith(signOff), ground)).toMatchObject({ isSealed: false });
  });

  it.each([
    ['anything else', { format: 'text' }, 'file-wrong-type'],
    ['a list', [], 'file-wrong-type'],
    ['a newer format', { ...someAnswer(packet, []), version: 2 }, 'file-from-future'],
    ['100,000 records', { ...someAnswer(packet, []), records: Array(100_000).fill(0) }, 'file-too-large'],
    ['a field that is gone', { ...someAnswer(packet, []), narrative: undefined }, 'file-damaged'],
  ])('%s is told apart', (_name, raw, code) => {
    expect(() => parseAnswer(raw)).toThrow(expect.objectContaining({ code }));
  });
});
