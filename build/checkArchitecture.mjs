import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/paths.mjs';
import { say } from './setup/say.mjs';

const page = 'docs/ARCHITECTURE.md';
const wordLimit = 900;
/** Layers whose sub-folders must be named in the map too. */
const mappedLayers = ['core', 'storage', 'host', 'server', 'cli', 'electron', 'renderer', 'templates'];

const text = readFileSync(join(root, page), 'utf8');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path.includes('/'));

/** Folders that hold files: top level, and one below for the mapped layers. */
const folders = new Set(
  tracked.flatMap((path) => {
    const [top = '', below, ...rest] = path.split('/');
    if (top.startsWith('.')) return [];
    return mappedLayers.includes(top) && below && rest.length > 0 ? [`${top}/`, `${below}/`] : [`${top}/`];
  }),
);
const named = new Set([...text.matchAll(/`([a-z][\w-]*\/)`/gi)].map((match) => match[1]));

const problems = [
  ...[...folders]
    .filter((folder) => !named.has(folder))
    .map((folder) => `${folder} is in the tree, not on the page`),
  ...[...named]
    .filter((folder) => !folders.has(/** @type {string} */ (folder)))
    .map((folder) => `${folder} is on the page, not in the tree`),
];
const words = text.split(/\s+/).length;
if (words > wordLimit) problems.push(`the page has ${words} words; one page is ${wordLimit}`);

for (const problem of problems) say(`${page}: ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
