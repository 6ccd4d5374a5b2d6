import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Call } from '../../../core/api/client';
import { coachMap, dismissalsMap } from '../../../core/coach/coachNotes';
import { dismiss } from '../../../core/coach/dismissals';
import { decodeNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import { runCli } from '../../cli/runCli';
import { newHost, newLibraryFolder, templates } from '../newHost';

/** A release that asks for a question by its first word, and for one by its length under a strict style. */
const draft =
  '# Press release\n\n## Problem\n\nRenters face a seamless struggle, TBD, since many of them lose money.\n';

async function importDraft(call: Call, text = draft) {
  const data = Buffer.from(text).toString('base64');
  return (await call('imports.run', { fileName: 'draft.md', data, job: 'job-1' })).id;
}

const rulesOf = (findings: { rule: string }[]) => findings.map(({ rule }) => rule);

async function withFile(folder: string, path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
}

describe('what is asked', () => {
  test('the command line asks the same about a file as the host about the narrative made of it', async () => {
    const { call } = await newHost();
    const sample = await readFile(join(templates, 'samples/web-service.md'), 'utf8');
    const text = sample.replace('A shoe shop knows', 'A seamless shop, TBD, always knows');
    const folder = await newLibraryFolder();
    await withFile(folder, 'weaker.md', text);
    const id = await importDraft(call, text);
    const inHost = await call('narratives.check', { id });
    const { stdout } = await runCli(['check', join(folder, 'weaker.md'), '--json', '--library', folder]);
    const { findings } = JSON.parse(stdout) as { findings: typeof inHost };
    const essence = ({ rule, level, part, quote, from, to, question }: (typeof inHost)[number]) =>
      JSON.stringify({ rule, level, part, quote, from, to, question });
    expect(inHost.length).toBeGreaterThan(3);
    // Items of a file have ids of their own at each reading, so sections are left out.
    expect(findings.map(essence)).toEqual(inHost.map(essence));
  });

  test('what was set aside is not asked again until its words change', async () => {
    const { call } = await newHost();
    const id = await importDraft(call);
    const [first] = await call('narratives.check', { id });
    if (!first?.id) throw new Error('the draft has a question');
    const doc = decodeNarrativeDoc(Buffer.from((await call('narratives.open', { id })).state, 'base64'));
    const before = Y.encodeStateVector(doc);
    const by = { reason: 'It is a name.', who: 'Maren', when: '2026-11-21T09:05:00.000Z' };
    dismissalsMap(doc).set(first.id, dismiss({ id: first.id, quote: first.quote }, by));
    const update = Buffer.from(Y.encodeStateAsUpdateV2(doc, before)).toString('base64');
    await call('narratives.save', { id, update, window: 'w' });
    const ids = (await call('narratives.check', { id })).map((finding) => finding.id);
    expect(ids).not.toContain(first.id);
    expect(ids.length).toBeGreaterThan(0);
  });

  test('a narrative may switch off for itself what its library asks', async () => {
    const { call } = await newHost();
    const id = await importDraft(call);
    expect(rulesOf(await call('narratives.check', { id }))).toContain('template-text');
    const doc = decodeNarrativeDoc(Buffer.from((await call('narratives.open', { id })).state, 'base64'));
    const before = Y.encodeStateVector(doc);
    coachMap(doc).set('overrides', { off: ['template-text'] });
    const update = Buffer.from(Y.encodeStateAsUpdateV2(doc, before)).toString('base64');
    await call('narratives.save', { id, update, window: 'w' });
    expect(rulesOf(await call('narratives.check', { id }))).not.toContain('template-text');
  });
});

describe('what a library settles', () => {
  test('settings are kept, count for every narrative and survive a restart', async () => {
    const folder = await newLibraryFolder();
    const first = await newHost({ folder });
    const id = await importDraft(first.call);
    await first.call('coach.update', { overrides: { off: ['template-text'] }, dictionary: ['Fairmend'] });
    expect(rulesOf(await first.call('narratives.check', { id }))).not.toContain('template-text');
    await first.host.close();
    const { call } = await newHost({ folder });
    const { settings } = await call('coach.read', {});
    expect(settings).toMatchObject({ overrides: { off: ['template-text'] }, dictionary: ['Fairmend'] });
  });

  test('the settings of a library do not change while another choice is made', async () => {
    const { call } = await newHost();
    await call('coach.update', { style: 'one-page' });
    const { settings } = await call('coach.update', { grammar: true });
    expect(settings).toMatchObject({ style: 'one-page', grammar: true });
  });
});

/** Files that a team may get wrong, and what it is told. */
const faults = [
  {
    fault: 'bad JSON',
    place: 'coach',
    text: '{\n  "off": ["we",]\n}',
    tells: 'coach/team.json, line 2, column 16: this is not valid JSON.',
  },
  {
    fault: 'a pattern instead of words',
    place: 'coach',
    text: '{\n  "words": {\n    "en": { "hype": { "add": ["fine", "(a+)+$"] } }\n  }\n}',
    tells: 'coach/team.json, line 3, column 39 (words › en › hype › add › 1): is not a plain word or phrase.',
  },
  {
    fault: 'a threshold below nothing',
    place: 'coach',
    text: '{\n  "thresholds": {\n    "too-long": { "words": -5 }\n  }\n}',
    tells: 'coach/team.json, line 3, column 28 (thresholds › too-long › words): Too small',
  },
  {
    fault: 'a number that no check has',
    place: 'coach',
    text: '{\n  "thresholds": {\n    "too-long": { "wrods": 5 }\n  }\n}',
    tells: 'coach/team.json, line 3, column 19: thresholds.too-long: the check has no number named “wrods”.',
  },
  {
    fault: 'an age of sources that is no number',
    place: 'coach',
    text: '{\n  "thresholds": {\n    "ageing-source": { "months": "six" }\n  }\n}',
    tells: 'coach/team.json, line 3, column 34 (thresholds › ageing-source › months): Invalid input',
  },
  {
    fault: 'an age of sources in another unit',
    place: 'coach',
    text: '{\n  "thresholds": {\n    "ageing-source": { "days": 90 }\n  }\n}',
    tells: 'thresholds.ageing-source: the check has no number named “days”.',
  },
  {
    fault: 'a check there is not',
    place: 'coach',
    text: '{\n  "off": ["nope"]\n}',
    tells: 'line 2, column 11: “nope” is not the name of a check.',
  },
  {
    fault: 'a key there is not',
    place: 'coach',
    text: '{\n  "of": []\n}',
    tells: 'coach/team.json, line 2, column 9 (of): Unrecognized key',
  },
  {
    fault: 'a house style whose lengths contradict each other',
    place: 'styles',
    text: style({ release: { least: 100, words: 500, stopWords: 400 } }),
    tells: 'styles/team.json, line 6, column 14 (release): needs "least" below "words"',
  },
  {
    fault: 'a house style that lacks its name',
    place: 'styles',
    text: '{\n  "id": "ours"\n}',
    tells: 'styles/team.json, line 1, column 1 (name)',
  },
];

describe('files that cannot be used', () => {
  const good = JSON.stringify({ words: { en: { hype: { add: ['next-level'] } } } });

  test.each(faults)(
    '$fault is told with its line, and everything else counts',
    async ({ place, text, tells }) => {
      const { call, folder } = await newHost();
      await withFile(folder, `${place}/team.json`, text);
      await withFile(folder, 'coach/words.json', good);
      const setup = await call('coach.read', {});
      expect(setup.problems).toHaveLength(1);
      expect(setup.problems[0]).toContain(tells);
      expect(setup.team).toEqual([JSON.parse(good)]);
      const id = await importDraft(call, draft.replace('seamless', 'next-level'));
      expect((await call('narratives.check', { id })).map(({ quote }) => quote)).toContain('next-level');
    },
  );

  test('settings that cannot be read leave the usual ones, and say so', async () => {
    const { call, folder } = await newHost();
    await withFile(folder, 'coach/settings.json', '{"style": 5}');
    const { settings, problems } = await call('coach.read', {});
    expect(settings.style).toBe('usual');
    expect(problems[0]).toContain('coach/settings.json, line 1, column 11 (style)');
  });
});

function style(change: object): string {
  const whole = {
    id: 'ours',
    name: 'Ours',
    about: 'how we do it.',
    source: 'us',
    release: { least: 100, words: 400, stopWords: 500 },
    heading: 'free',
    leaderQuote: 'free',
    customerQuotes: { least: 1, most: 1 },
    faq: { mostPages: null, split: 'None.' },
    mostPages: null,
    reading: 'Now.',
    order: 'Any.',
    ...change,
  };
  return JSON.stringify(whole, null, 2);
}

describe('grammar', () => {
  test('is silent until it is switched on', async () => {
    const { call } = await newHost();
    const id = await importDraft(
      call,
      '# Press release\n\n## Problem\n\nThey recieve there money to late.\n',
    );
    expect(await call('narratives.grammar', { id, part: 'release' })).toEqual([]);
  });

  test('finds misspelt words where they stand, and believes the personal dictionary', async () => {
    const { call } = await newHost();
    await call('coach.update', { grammar: true });
    const text = '# Press release\n\n## Problem\n\nWith Fairmendo renters 🎈 recieve money.\n';
    const id = await importDraft(call, text);
    const found = await call('narratives.grammar', { id, part: 'release' });
    const word = found.find(({ quote }) => quote === 'recieve');
    expect(word).toMatchObject({ part: 'release', section: 'problem', kind: 'spelling' });
    expect(word?.suggestions).toContain('receive');
    expect('With Fairmendo renters 🎈 recieve money.'.slice(word?.from, word?.to)).toBe('recieve');
    expect(found.map(({ quote }) => quote)).toContain('Fairmendo');
    await call('coach.update', { dictionary: ['Fairmendo'] });
    const again = await call('narratives.grammar', { id, part: 'release' });
    expect(again.map(({ quote }) => quote)).not.toContain('Fairmendo');
  });

  // It reads in two dictionaries, and each takes seconds.
  const patient = { timeout: 60_000 };
  test(
    'reads the English that the narrative is written in, with the words of the team',
    patient,
    async () => {
      const { call } = await newHost();
      await call('coach.update', { grammar: true, dictionary: ['Fairmendo'] });
      const text = '# Press release\n\n## Problem\n\nWith Fairmendo the colour of the color recieve stays.\n';
      const id = await importDraft(call, text);
      const doubted = async (language: string) => {
        await call('narratives.updateMeta', { id, patch: { language } });
        const found = await call('narratives.grammar', { id, part: 'release' });
        expect(found.map(({ message }) => message).join(' ')).not.toContain('`');
        return found.map(({ quote }) => quote);
      };
      expect(await doubted('en-GB')).toEqual(['color', 'recieve']);
      expect(await doubted('en-US')).toEqual(['colour', 'recieve']);
    },
  );

  test('leaves German alone', async () => {
    const { call } = await newHost();
    await call('coach.update', { grammar: true });
    const text =
      '# Press release\n\n## Problem\n\nDie Mieter verlieren ihr Geld, und das ist nicht gut für sie.\n';
    expect(await call('narratives.grammar', { id: await importDraft(call, text), part: 'release' })).toEqual(
      [],
    );
  });
});
