import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNarrativeCheck } from '../../../../core/check/narrativeCheck';
import { settleCoach } from '../../../../core/coach/coachSetup';
import { LiveCheck } from '../../../../core/coach/live/liveCheck';
import { emptyContent, type NarrativeContent } from '../../../../core/narrative/narrativeDoc';
import { loadCoach } from '../../../../host/coach/loadCoach';
import { paragraph, withPart, withSection } from '../../check/narratives';

const templates = join(import.meta.dirname, '../../../../templates');
const settled = settleCoach(await loadCoach(templates, join(templates, 'no library')), {
  style: null,
  overrides: {},
});
const day = '2026-11-23';

const texts = ['A seamless plan.', 'It costs TODO now.', 'Anyone can use it.', 'Nothing here.', ''];

function startWith(content: NarrativeContent): LiveCheck {
  const live = new LiveCheck();
  live.settle(settled, day);
  live.setContent(content);
  live.readAll();
  return live;
}

const essence = (findings: readonly { id: string; from: number; to: number }[]) =>
  findings.map(({ id, from, to }) => `${id} ${from} ${to}`).sort();

/** What one block alone gives rise to, apart from those of which only the worst few are shown. */
const blockRules = new Set(['hype', 'template-text', 'everyone']);
const ofBlocks = (findings: readonly { rule: string; id: string; from: number; to: number }[]) =>
  essence(findings.filter(({ rule }) => blockRules.has(rule)));

describe('reading a narrative again in parts', () => {
  test('finds, after the whole is read, what a first reading of the same text finds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...texts)), { maxLength: 8 }), (edits) => {
        let plan = ['One.', 'Two.', 'Three.', 'Four.'].map(paragraph);
        const live = startWith(withPart(emptyContent(), 'plan', plan));
        for (const [at, text] of edits) {
          live.change({ part: 'plan', from: at, to: at + 1, nodes: [paragraph(text)] });
          plan = plan.with(at, paragraph(text));
        }
        live.readAll();
        const fresh = createNarrativeCheck(settled).check(withPart(emptyContent(), 'plan', plan), day);
        expect(essence(live.answer().findings)).toEqual(essence(fresh.findings));
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test('finds the questions of single blocks at once, each where it stands, edit after edit', () => {
    const begin = ['We begin in May.', 'It is a seamless plan.', 'Anyone can use it.'];
    const release = (lines: string[]) =>
      withSection(emptyContent(), { part: 'release', section: 'solution' }, ...lines.map(paragraph));
    let lines = begin;
    const live = startWith(release(lines));
    const edits: [number, string][] = [
      [0, 'We begin in May, which is TODO.'],
      [0, 'We begin.'],
      [1, 'It is a plan.'],
      [2, 'Anyone can use it, and everybody will.'],
    ];
    const at = (emptyContent().parts.release.content ?? []).findIndex(
      ({ attrs }) => attrs?.key === 'solution',
    );
    for (const [line, text] of edits) {
      lines = lines.with(line, text);
      const content = release(lines);
      const nodes = [content.parts.release.content?.[at] ?? paragraph('')];
      expect(live.change({ part: 'release', from: at, to: at + 1, nodes })).toBe(true);
      const fresh = createNarrativeCheck(settled).check(content, day);
      expect(ofBlocks(live.answer().findings)).toEqual(ofBlocks(fresh.findings));
    }
  });

  test('leaves what is more than one block to a reading of the whole', () => {
    const live = startWith(withPart(emptyContent(), 'plan', texts.map(paragraph)));
    const two = [paragraph('One.'), paragraph('Two.')];
    expect(live.change({ part: 'plan', from: 0, to: 1, nodes: two })).toBe(false);
  });

  test.each([
    ['a paragraph of a million characters', `${'endless '.repeat(125_000)}TODO`],
    ['Japanese without spaces', '顧客は洗濯機が壊れると六日間待つ。'.repeat(200)],
    ['mixed scripts', 'Größe שלום مرحبا 🎈 TODO 顧客'],
  ])('%s is read, and the other checks still run', (_name, text) => {
    const content = withPart(emptyContent(), 'plan', [paragraph(text), paragraph('It costs TODO now.')]);
    const live = startWith(content);
    expect(live.answer().problems).toEqual([]);
    expect(live.answer().findings.some(({ rule, part }) => rule === 'template-text' && part === 'plan')).toBe(
      true,
    );
  });
});
