import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const layers = [
  'core',
  'storage',
  'host',
  'server',
  'cli',
  'electron/main',
  'electron/preload',
  'renderer',
  'packet',
  'test',
];

/** Rules of our own, which Biome is told. */
const plugins = ['build/patientTests.grit', 'build/patientShellTests.grit'];

/** One forbidden import for each fence: the file it stands in, and what it reaches for. */
const violations: readonly [file: string, target: string][] = [
  ['core/seeded.ts', '../host/target'],
  ['core/seeded.ts', '../storage/target'],
  ['core/seeded.ts', 'node:fs'],
  ['core/seeded.ts', 'react'],
  ['storage/seeded.ts', '../host/target'],
  ['storage/seeded.ts', 'electron'],
  ['host/seeded.ts', '../server/target'],
  ['host/seeded.ts', '../cli/target'],
  ['host/seeded.ts', 'electron'],
  ['server/seeded.ts', '../storage/target'],
  ['server/seeded.ts', '../electron/main/target'],
  ['cli/seeded.ts', '../storage/target'],
  ['cli/seeded.ts', '../renderer/target'],
  ['electron/main/seeded.ts', '../../server/target'],
  ['electron/main/seeded.ts', '../../storage/target'],
  ['electron/preload/seeded.ts', '../../host/target'],
  ['electron/preload/seeded.ts', '../../core/narrative/target'],
  ['renderer/app/seeded.ts', '../../host/target'],
  ['renderer/app/seeded.ts', 'electron'],
  ['renderer/app/seeded.ts', 'node:fs'],
  ['renderer/features/rail/seeded.ts', '../guide/target'],
  ['renderer/features/rail/seeded.ts', '../../app/target'],
  ['renderer/editor/seeded.ts', '../features/guide/target'],
  ['renderer/editor/seeded.ts', '../app/target'],
  ['renderer/ui/seeded.ts', '../editor/target'],
  ['renderer/client/seeded.ts', '../ui/target'],
  ['packet/seeded.ts', '../renderer/target'],
  ['packet/seeded.ts', '../host/target'],
  ['packet/seeded.ts', 'react'],
];

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'dateline-fences-'));
  for (const file of ['biome.json', 'tsconfig.json', 'tsconfig.base.json', ...plugins])
    cpSync(join(root, file), join(project, file));
  for (const layer of layers)
    cpSync(join(root, layer, 'tsconfig.json'), join(project, layer, 'tsconfig.json'));
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

/** Writes a file that imports `target`, and the target itself where it is one of ours. */
function seed(file: string, target: string): void {
  write(file, `import { thing } from '${target}';\n\nexport const seeded = thing;\n`);
  if (target.startsWith('.')) write(join(dirname(file), `${target}.ts`), 'export const thing = 1;\n');
}

function runTool(script: string, args: string[]): { failed: boolean; output: string } {
  const done = spawnSync(process.execPath, [join(root, script), ...args], { cwd: project, encoding: 'utf8' });
  return { failed: done.status !== 0, output: `${done.stdout}${done.stderr}` };
}

const lint = (...folders: string[]) =>
  runTool('node_modules/@biomejs/biome/bin/biome', [
    ...['lint', '--colors=off'],
    ...(folders.length > 0 ? folders : layers.slice(0, -1)),
  ]);

describe('the fences between layers', () => {
  it.each(violations)('refuse %s importing %s', (file, target) => {
    seed(file, target);
    const { failed, output } = lint();
    expect(output).toContain('noRestrictedImports');
    expect(failed).toBe(true);
  });

  it('let every layer import what it stands on', () => {
    seed('storage/seeded.ts', '../core/narrative/target');
    seed('host/seeded.ts', '../storage/target');
    seed('server/seeded.ts', '../host/target');
    seed('electron/preload/seeded.ts', '../../core/api/target');
    seed('renderer/features/rail/seeded.ts', '../../ui/target');
    seed('packet/seeded.ts', '../core/narrative/target');
    expect(lint()).toMatchObject({ failed: false });
  });

  it('refuse an import cycle', () => {
    write('core/one.ts', "import { two } from './two';\n\nexport const one = () => two;\n");
    write('core/two.ts', "import { one } from './one';\n\nexport const two = () => one;\n");
    expect(lint().output).toContain('noImportCycles');
  });

  it('refuse `any`, files over 400 lines and functions over 60', () => {
    write('core/loose.ts', 'export const loose = (value: any) => value;\n');
    write(
      'core/long.ts',
      Array.from({ length: 401 }, (_, line) => `export const line${line} = 1;\n`).join(''),
    );
    write('core/tall.ts', `export function tall() {\n${"  console.log('line');\n".repeat(61)}}\n`);
    const { output } = lint();
    for (const rule of ['noExplicitAny', 'noExcessiveLinesPerFile', 'noExcessiveLinesPerFunction'])
      expect(output).toContain(rule);
  });

  it('are held by the type check too: a layer that is not referenced is refused', () => {
    seed('storage/seeded.ts', '../host/target');
    const { failed, output } = runTool('node_modules/typescript/bin/tsc', ['-b', 'storage']);
    expect(output).toMatch(/TS6307|TS6059/);
    expect(failed).toBe(true);
  });

  it('keep the DOM out of core', () => {
    write('core/page.ts', 'export const title = document.title;\n');
    expect(runTool('node_modules/typescript/bin/tsc', ['-b', 'core']).output).toContain(
      "Cannot find name 'document'",
    );
  });
});

describe('the fence around browser tests', () => {
  const seedTest = (file: string, body: string) =>
    write(file, `test('seeded', async () => {\n  ${body}\n});\n`);

  it.each([
    ['test/journeys/seeded.test.ts', 'await page.title()'],
    ['test/journeys/seeded.test.ts', '(await focusedRegion(page))?.length'],
    ['test/renderer/seeded.browser.test.ts', "await page.locator('p').count()"],
    ['test/server/seeded.browser.test.ts', "await page.textContent('h1')"],
    ['test/electron/seeded.test.ts', 'await shell.page.evaluate(read)'],
  ])('refuses in %s to look once: %s', (file, look) => {
    seedTest(file, `expect(${look}, 'said').toBe(0);`);
    const { failed, output } = lint('test');
    expect(output).toContain('perhaps too early');
    expect(failed).toBe(true);
  });

  it.each([
    ['test/journeys/seeded.test.ts', 'await eventually(async () => expect(await page.title()).toBe(0));'],
    ['test/journeys/seeded.test.ts', 'await expect.poll(() => page.title()).toBe(0);'],
    ['test/journeys/seeded.test.ts', "const answer = await call('x', {}); expect(answer).toBe(0);"],
    ['test/electron/seeded.test.ts', "expect(await call('x', {})).toBe(0);"],
    ['test/host/seeded.test.ts', "expect(await call('x', {})).toBe(0);"],
  ])('lets a test in %s wait, or compare what a call answers: %s', (file, look) => {
    seedTest(file, look);
    expect(lint('test')).toMatchObject({ failed: false });
  });
});
