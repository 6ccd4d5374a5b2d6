import { cp } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input } from '../../core/api/contract';
import type { NarrativeId } from '../../core/narrative/meta';
import { knownRecords } from '../../core/review/knownRecords';
import { excitementTestId } from '../../core/review/ownId';
import { modelPrompts } from '../../core/review/records/modelChecks';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import { newHost, newLibraryFolder, type TestHost } from '../host/newHost';
import { launchChromium } from '../support/chromium';
import { builtPacketPage, savedFile } from './support/packetPages';
import { type PacketReader, press, readPacket, savedAnswer, say } from './support/readPacket';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const order: Omit<Input<'packets.make'>, 'id'> = {
  purpose: 'review',
  readers: ['Ines Duarte', 'Tom Okafor', 'Wei Zhang', 'Ada Byrne'],
  parts: ['release', 'customerFaq', 'experience'],
  asks: { comments: true, suggestions: true, signOff: true, modelPrompts: [...modelPrompts] },
  ...{ excitementTest: '', passphrase: '', note: 'Please be hard on the price.', returnBy: '' },
};

const hostOn = async (folder: string): Promise<TestHost> =>
  newHost({ folder, packetPage: await builtPacketPage() });

/** Makes packets and opens each in a browser of its own; customers share theirs. */
async function opened(
  { call }: TestHost,
  id: NarrativeId,
  { people = 1, ...given }: Partial<typeof order> & { people?: number },
): Promise<PacketReader[]> {
  const { packets } = await call('packets.make', { id, ...order, ...given });
  const files = await Promise.all(
    packets.map(({ fileName, data }) => savedFile(fileName, Buffer.from(data ?? '', 'base64'))),
  );
  const everyone = files.flatMap((file) => Array.from({ length: people }, () => file.url));
  return Promise.all(everyone.map((url) => readPacket(browser, url)));
}

type Given = Awaited<ReturnType<typeof savedAnswer>>;

async function answerReview({ page, faults }: PacketReader, number: number): Promise<Given> {
  await say(page, {
    about: `A ${number + 3}`,
    button: 'Comment',
    words: `On a Sunday, too? Asks reader ${number}`,
  });
  await page
    .locator('#text .unit')
    .nth(number + 4)
    .locator('.words')
    .dblclick({ position: { x: 60, y: 14 } });
  await press(page, 'Suggest');
  await page.keyboard.type(` So says reader ${number}.`);
  await press(page, 'Done');
  await press(page, 'Finish and give back');
  await page.locator('.reading').waitFor({ state: 'hidden' });
  await page.getByLabel('Who is the customer?').fill(`People like reader ${number}`);
  await press(page, 'Go on');
  await page.getByLabel('A Press release').check();
  await page.getByLabel('A note on Press release').fill('As it stands.');
  await press(page, 'Go on');
  await page
    .getByText(/Your answer holds 1 comment, 1 suggestion, answers to 1 of 7 questions and 1 signed part/)
    .waitFor();
  const given = await savedAnswer(page);
  expect(faults()).toEqual([]);
  return given;
}

async function answerAsCustomer({ page, faults }: PacketReader, name: string): Promise<Given> {
  await page
    .locator('#text .unit')
    .nth(3)
    .locator('.words')
    .dblclick({ position: { x: 60, y: 14 } });
  await press(page, 'I want this');
  await page.keyboard.type('I know that evening.');
  await press(page, 'Done');
  await say(page, { about: 'A 5', button: 'I doubt this', words: '' });
  await press(page, 'Finish and give back');
  await page.getByLabel('How would you tell a friend about it?').fill('It does what my neighbour does.');
  await page.getByLabel('Very disappointed').check();
  await page.getByLabel('My e-mail address, to hear when it is there').check();
  if (name !== '') await page.getByLabel('Your name').fill(name);
  await press(page, 'Go on');
  const given = await savedAnswer(page);
  expect(faults()).toEqual([]);
  return given;
}

const testFields = {
  ...{ at: '2026-01-01T00:00:00.000Z', by: 'Maren Lund', version: '0', draft: 1 },
  passMark: {
    ...{ people: 2, veryDisappointedPercent: 40, commitmentPercent: 10, until: '2099-12-31' },
    commitment: 'email' as const,
  },
};

/** A test with customers whose pass mark is fixed. */
async function openTest({ call }: TestHost, id: NarrativeId): Promise<string> {
  const name = excitementTestId(testFields);
  const origin = { kind: 'here', file: '' } as const;
  await call('review.add', { id, records: [{ kind: 'excitementTest', id: name, origin, ...testFields }] });
  return name;
}

async function merge({ call }: TestHost, id: NarrativeId, answers: readonly Given[]) {
  const files = answers.map(({ fileName, text }) => ({
    fileName,
    data: Buffer.from(text).toString('base64'),
  }));
  return call('packets.merge', { id, files, text: '', takesChanged: false });
}

const reviewOf = async ({ call }: TestHost, id: NarrativeId): Promise<ReviewRecord[]> =>
  knownRecords((await call('narratives.open', { id })).review);

const count = (records: readonly ReviewRecord[], kind: ReviewRecord['kind']): number =>
  records.filter((record) => record.kind === kind).length;

/** What a copy of the library holds once these answers came in one by one, and all of them again. */
async function mergedInOrder(
  library: string,
  id: NarrativeId,
  answers: readonly Given[],
): Promise<ReviewRecord[]> {
  const folder = await newLibraryFolder();
  await cp(library, folder, { recursive: true });
  const host = await hostOn(folder);
  for (const answer of answers) {
    const merged = await merge(host, id, [answer]);
    expect(merged.failed).toEqual([]);
  }
  const again = await merge(host, id, answers);
  expect(again.added).toEqual({ remarks: 0, signOffs: 0, modelAnswers: 0, customerAnswers: 0 });
  const records = await reviewOf(host, id);
  await host.host.close();
  return records.sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('A review by packets', () => {
  test('four readers and two customers answer, and every order of merging says the same', async () => {
    const folder = await newLibraryFolder();
    const host = await hostOn(folder);
    const { id } = await host.call('narratives.create', { sample: 'web-service' });
    const readers = await opened(host, id, {});
    const excitementTest = await openTest(host, id);
    const customers = await opened(host, id, {
      purpose: 'customers',
      readers: [],
      excitementTest,
      people: 2,
    });
    const answers = await Promise.all([
      ...readers.map(answerReview),
      ...customers.map((customer, index) => answerAsCustomer(customer, index === 0 ? 'Ada Okoro' : '')),
    ]);
    expect(answers.map(({ fileName }) => fileName)).toEqual([
      ...order.readers.map((name) => `Answer-of-${name.replace(' ', '-')}.dateline-answer`),
      ...['Answer.dateline-answer', 'Answer.dateline-answer'],
    ]);
    await host.host.close();

    const outcomes = [];
    for (const one of orders(answers)) outcomes.push(await mergedInOrder(folder, id, one));
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    const [records = []] = outcomes;
    const kinds = [
      'comment',
      'suggestion',
      'modelAnswers',
      'signOff',
      'customerAnswer',
      'customerContact',
    ] as const;
    expect(kinds.map((kind) => count(records, kind))).toEqual([4, 4, 4, 4, 2, 1]);
    const given = records.filter(({ origin }) => origin.kind === 'packet');
    expect(given.every(({ origin }) => origin.isSealed)).toBe(true);
    const placed = given.flatMap((record) => ('anchor' in record ? [record.anchor] : []));
    expect(placed.every(({ from, to }) => from !== null || to !== null)).toBe(true);
  });
});

describe('A locked packet', () => {
  test('opens with its passphrase alone, and locks what comes back', async () => {
    const host = await hostOn(await newLibraryFolder());
    const { id } = await host.call('narratives.create', { sample: 'web-service' });
    const [reader] = await opened(host, id, { readers: ['Ines Duarte'], passphrase: 'correct horse' });
    if (!reader) throw new Error('There is no packet.');
    const { page, faults } = reader;
    await page.getByLabel('Passphrase').fill('Correct horse');
    await page.keyboard.press('Enter');
    await page.getByText('This passphrase does not open the packet. Nothing was changed.').waitFor();
    await page.getByLabel('Passphrase').fill('correct horse');
    await page.keyboard.press('Enter');
    await say(page, { about: 'A 4', button: 'Comment', words: 'Only for you' });
    await untilKept(page);
    const kept = await page.evaluate(() => JSON.stringify(Object.values(localStorage)));
    await press(page, 'Finish and give back');
    await press(page, 'Go on');
    await press(page, 'Go on');
    const answer = await savedAnswer(page);
    for (const stored of [kept, answer.text]) {
      expect(stored).toContain('dateline-answer-locked');
      expect(stored).not.toContain('Only for you');
    }
    const merged = await merge(host, id, [answer]);
    expect(merged).toMatchObject({ failed: [], added: { remarks: 1 } });
    expect(faults()).toEqual([]);
  });
});

const untilKept = (page: Page): Promise<void> => page.getByText(/^Kept in this browser \d\d:\d\d$/).waitFor();

/** Several orders, forward and back among them. */
const orders = <T>(all: readonly T[]): T[][] => [
  [...all],
  [...all].reverse(),
  [...all.slice(3), ...all.slice(0, 3)],
  [...all.filter((_each, index) => index % 2), ...all.filter((_each, index) => index % 2 === 0)],
];
