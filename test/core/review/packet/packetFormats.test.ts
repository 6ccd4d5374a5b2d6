import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnchor } from '../../../../core/review/createAnchor';
import { createSeal, sealedText } from '../../../../core/review/packet/answerSeal';
import { readAnswerTexts, writeAnswerText } from '../../../../core/review/packet/answerText';
import { answerFormat, answerLimits, packetAnswerSchema } from '../../../../core/review/packet/packetAnswer';
import { packetFileSchema, packetFormat } from '../../../../core/review/packet/packetFile';
import { lockedPacketFormat, lockedPacketSchema } from '../../../../core/review/packet/packetLock';
import { placeAnchor } from '../../../../core/review/placeAnchor';
import { readDocText } from '../../../../core/review/readPartText';
import { someAnswer, somePacket, somePart } from '../../../support/somePacket';

const seed = 20261201;

describe('The seal of an answer', () => {
  it('is the HMAC of its canonical JSON, whatever order its fields are in', () => {
    const key = new Uint8Array(32).fill(7);
    const seal = createSeal({ packet: 'p1', records: [{ b: 1, a: 2 }], seal: 'ignored' }, key);
    expect(sealedText({ records: [{ a: 2, b: 1 }], packet: 'p1' })).toBe(
      '{"packet":"p1","records":[{"a":2,"b":1}]}',
    );
    const known = createHmac('sha256', key).update('{"packet":"p1","records":[{"a":2,"b":1}]}').digest();
    expect(Buffer.from(seal)).toEqual(known);
  });
});

describe('The text of an answer', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 600 });
  const base64 = bytes.map((value) => Buffer.from(value).toString('base64'));

  it(`survives what mail programs do to lines (seed ${seed})`, () => {
    const quoted = (text: string, mark: string) => text.replace(/^/gm, mark);
    const prefix = fc.constantFrom('', '> ', '>> ', '| ', '   ');
    const lineEnd = fc.constantFrom('\n', '\r\n', '\n\n');
    fc.assert(
      fc.property(fc.array(base64, { maxLength: 3 }), prefix, lineEnd, (answers, mark, end) => {
        const mail = `Dear all,\n${answers.map(writeAnswerText).join('\nand\n')}\nYours`;
        expect(readAnswerTexts(quoted(mail, mark).replace(/\n/g, end))).toEqual(answers);
      }),
      { seed },
    );
  });

  it('survives quoted-printable and says where an end is missing', () => {
    const text = writeAnswerText(Buffer.from('Is it 4 =?').toString('base64'));
    const printable = text.replace(/=/g, '=3D').replace('SXMg', 'SX=\nMg');
    expect(readAnswerTexts(printable)).toEqual([Buffer.from('Is it 4 =?').toString('base64')]);
    expect(readAnswerTexts(text.slice(0, 60))).toEqual([null]);
    expect(readAnswerTexts('Nothing of ours')).toEqual([]);
  });
});

describe('The formats', () => {
  it('know what is theirs and refuse what is newer', () => {
    const future = { version: 99 };
    expect(packetFileSchema.safeParse({ format: packetFormat, ...future }).success).toBe(false);
    expect(packetAnswerSchema.safeParse({ format: answerFormat, ...future }).success).toBe(false);
    expect(lockedPacketSchema.safeParse({ format: lockedPacketFormat, ...future }).success).toBe(false);
  });
});

describe('An answer', () => {
  it('stands on words of the packet, which have no character ids', () => {
    const text = readDocText(somePart.doc);
    const at = text.lines[1]?.from ?? 0;
    const anchor = createAnchor(text, somePart.part, { from: at + 4, to: at + 15 });
    expect(anchor).toMatchObject({ quote: 'fixed price', section: 'summary', from: null, to: null });
    expect(placeAnchor(text, anchor)).toEqual({ state: 'found', from: at + 4, to: at + 15 });
    const said = { id: 'packet1.a.1', at: '2027-03-01T10:00:00.000Z', by: 'Ines Duarte', text: 'Always?' };
    const answer = someAnswer(somePacket(), [{ kind: 'comment', anchor, ...said }]);
    expect(packetAnswerSchema.parse(answer)).toEqual(answer);
    expect(said.id.length).toBeLessThan(answerLimits.id);
    const key = new Uint8Array(32).fill(7);
    expect(Buffer.from(createSeal(answer, key)).toString('base64')).toBe(answer.seal);
  });
});
