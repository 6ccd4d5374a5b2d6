import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const requireOfBuilder = createRequire(require.resolve('electron-builder'));
const requireOfLibrary = createRequire(requireOfBuilder.resolve('app-builder-lib'));

const fromRoot = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url));
const configuration = JSON.parse(fromRoot('build/electron-builder.json').toString('utf8'));
const packageFile = JSON.parse(fromRoot('package.json').toString('utf8'));
const schema = JSON.parse(readFileSync(requireOfLibrary.resolve('app-builder-lib/scheme.json'), 'utf8'));

interface BuilderSchema {
  (value: unknown): boolean;
  errors?: unknown;
}

/** electron-builder's own schema, compiled by the validator that electron-builder itself uses. */
function compileSchema(): BuilderSchema {
  const { Ajv } = requireOfLibrary('ajv') as {
    Ajv: new (options: object) => { compile(s: object): BuilderSchema };
  };
  return new Ajv({ strict: false, allErrors: true }).compile(schema);
}

test('electron-builder takes the configuration, and would refuse a misspelt one', () => {
  const validate = compileSchema();
  expect(validate(configuration), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...configuration, fileAsociations: [] })).toBe(false);
  expect(validate({ ...configuration, electronFuses: { runAsNodes: false } })).toBe(false);
});

test.each([
  ['runAsNode', false],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', false],
] as const)('the fuse %s is %s', (fuse, value) => {
  expect(configuration.electronFuses[fuse]).toBe(value);
});

test('every fuse of the schema is decided here or does not concern us', () => {
  const known = Object.keys(schema.definitions.FuseOptionsV1.properties);
  const undecided = known.filter((fuse) => !(fuse in configuration.electronFuses));
  expect(undecided).toEqual(['resetAdHocDarwinSignature']);
});

test('what is packed is the bundle, the templates and the one native library', () => {
  expect(configuration.files.filter((pattern: string) => pattern.includes('node_modules'))).toEqual([
    '!node_modules/**',
    'node_modules/@myriaddreamin/typst-ts-node-compiler*/**',
  ]);
  expect(Object.keys(packageFile.dependencies)).toEqual(['@myriaddreamin/typst-ts-node-compiler']);
  expect(configuration.asarUnpack).toContain('node_modules/@myriaddreamin/typst-ts-node-compiler*/**');
  expect(configuration.toolsets.appimage).toBe('1.0.3');
  expect(configuration.publish).toBeNull();
});

test('narratives open with the app', () => {
  expect(configuration.fileAssociations).toMatchObject([{ ext: 'dateline', role: 'Editor' }]);
});

test('the icon is large enough for every system', () => {
  const icon = fromRoot(configuration.icon);
  expect(icon.subarray(1, 4).toString()).toBe('PNG');
  expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([1024, 1024]);
});
