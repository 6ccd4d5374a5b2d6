// @vitest-environment happy-dom
import { join } from 'node:path';
import { act } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { createNarrativeCheck } from '../../../core/check/narrativeCheck';
import { type CoachSetup, settleCoach } from '../../../core/coach/coachSetup';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import { ruleTable } from '../../../core/coach/rules/ruleTable';
import { loadCoach } from '../../../host/coach/loadCoach';
import { today } from '../../core/coach/release';
import { ruleCases } from '../../core/coach/ruleCases';
import { eventually } from '../../support/eventually';
import { mountCard } from './mountCard';

const templates = join(import.meta.dirname, '../../../templates');
let setup: CoachSetup;
beforeAll(async () => {
  setup = await loadCoach(templates, join(templates, 'no library'));
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
});

let unmount: (() => void) | undefined;
afterEach(() => unmount?.());

/** A question of this check about a text that was written to be asked about. */
function askedBy(rule: string): AskedFinding {
  const check = createNarrativeCheck(settleCoach(setup, { style: null, overrides: {} }));
  const found = (ruleCases[rule]?.asks ?? []).flatMap((content) => check.check(content, today).findings);
  const finding = found.find((candidate) => candidate.rule === rule);
  if (!finding) throw new Error(`Nothing was asked by ${rule}.`);
  const { example: _example, help: _help, ...asked } = finding as AskedFinding & Record<string, unknown>;
  return { ...asked, before: '', after: '' };
}

test.each(ruleTable.map(({ id, number }) => [number, id] as const))(
  'check %i (%s) tells about itself from its question',
  async (number, id) => {
    const card = await mountCard(askedBy(id), setup);
    unmount = card.unmount;
    const about = [...card.host.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'About this',
    );
    // A native button in the order of the page is reached with Tab and pressed with Enter.
    expect(about?.tabIndex).toBe(0);
    await act(async () => about?.click());
    const text = setup.data.texts.rules[id];
    await eventually(async () => {
      await act(async () => undefined);
      const page = document.querySelector('[role="dialog"] article')?.textContent ?? '';
      expect(page).toContain(`Check ${number} of 38`);
      expect(page).toContain(text?.title);
      expect(page).toContain(text?.help);
    });
  },
);
