import { describe, expect, it } from 'vitest';
import { anyPhrase } from '../../../../core/import/foreign/words/phrases';

describe('the phrases that recognition looks for', () => {
  it.each([
    ['profit*', 'more profitable than', 'unprofitable'],
    ['launch(es|ed)?', 'It launched.', 'launching'],
    ["can't", 'you can’t', 'a cant'],
    ['few … know', 'few people know', 'few know'],
    ['öffnen', 'Fenster öffnen', 'eröffnen'],
    ['^visit', 'Visit us', 'a visit'],
    ['next,', 'Next, press it', 'nexts,'],
    ['break(-| )even', 'break-even', 'breakeven'],
  ])('%s is found in “%s”, not in “%s”', (phrase, inside, outside) => {
    expect(anyPhrase([phrase]).test(inside)).toBe(true);
    expect(anyPhrase([phrase]).test(outside)).toBe(false);
  });

  it('tells capitals apart where the flags say so', () => {
    expect(anyPhrase(['Sie'], 'u').test('sie')).toBe(false);
    expect(anyPhrase(['Sie']).test('sie')).toBe(true);
  });
});
