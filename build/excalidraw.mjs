import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/paths.mjs';

const packageFolder = '@excalidraw/excalidraw/dist/prod/';
const publishedFiles = ['index.js', 'index.css'].map((file) => ({
  find: file === 'index.js' ? /^@excalidraw\/excalidraw$/ : `@excalidraw/excalidraw/${file}`,
  replacement: join(root, 'node_modules', packageFolder, file),
}));
const fontsFolder = join(root, 'node_modules', packageFolder, 'fonts');

/** 13 MB of Chinese handwriting; the system's own characters stand in for it. */
const fontsLeftOut = ['Xiaolai'];

/**
 * What must not reach the window. Each stands in the package once; an update that moves one of them fails the build
 * instead of opening the door again.
 *
 * @type {readonly { what: string, from: RegExp, to: string }[]}
 */
const patches = [
  {
    // Must stay a whole address: `new URL` throws on anything less.
    what: 'the address on the internet where fonts are looked for',
    from: /`https:\/\/esm\.sh\/\$\{.{1,120}?\}\/dist\/prod\/`/g,
    to: 'new URL("./excalidraw/",document.baseURI).href',
  },
  {
    what: 'the Chinese handwriting that Excalifont falls back to',
    from: /(?<=case \w+\.Excalifont:return\[)\w+,(?=\w+\])/g,
    to: '',
  },
  {
    what: 'the files of that handwriting',
    from: /\w+\(\w+,\.\.\.\w+\),(?=\w+\(\w+,\.\.\.\w+\),\w+\._initialized=!0)/g,
    to: '',
  },
  {
    what: 'the links above the list of keys',
    from: /(?<==>)(?=\w+\("div",\{className:"HelpDialog__header")/g,
    to: 'null&&',
  },
  {
    what: 'the link to libraries of others',
    from: /(?<=return )(?=\w+\("a",\{className:"library-menu-browse-button")/g,
    to: 'null&&',
  },
  {
    what: 'pictures on the internet in words that are pasted',
    from: /(?<=\.some\()\w+=>\w+\.type==="imageUrl"(?=\))/g,
    to: '()=>!1',
  },
];

/** Stands in for the subsetting of fonts, which needs `new Function`; drawings are exported without fonts inside. */
const withoutSubsetting = `
const refuse = async () => { throw new Error('Fonts are not put into drawings.'); };
export const WorkerUrl = undefined;
export const Commands = {};
export { refuse as subsetToBase64, refuse as subsetToBinary, refuse as toBase64 };
`;
const withoutWords = 'export default {};';

/**
 * Fits Excalidraw into a window that may ask nobody else for anything: no address of a font server, no font
 * subsetting, English words only, and its fonts as files of our own.
 *
 * @returns {import('vite').Plugin}
 */
export function excalidraw() {
  /** How often each patch has found its place. */
  let found = patches.map(() => 0);
  let isUsed = false;
  return {
    name: 'dateline-excalidraw',
    enforce: 'pre',
    // Always the published build: the other one, which tests would get, is twice as large and not patched.
    config: () => ({ resolve: { alias: [...publishedFiles] } }),
    buildStart() {
      found = patches.map(() => 0);
      isUsed = false;
    },
    resolveId(source, importer) {
      if (!importer?.includes(packageFolder)) return null;
      if (/subset-(worker|shared)\.chunk\.js$/.test(source)) return '\0excalidraw-subsetting';
      if (/locales\/(?!en-)/.test(source)) return '\0excalidraw-words';
      return null;
    },
    load(id) {
      if (id === '\0excalidraw-subsetting') return withoutSubsetting;
      return id === '\0excalidraw-words' ? withoutWords : null;
    },
    transform(code, id) {
      if (!id.includes(packageFolder) || !id.endsWith('.js')) return null;
      isUsed = true;
      found = patches.map(({ from }, index) => found[index] + (code.match(from)?.length ?? 0));
      return { code: patches.reduce((patched, { from, to }) => patched.replace(from, to), code), map: null };
    },
    generateBundle() {
      if (!isUsed) return;
      const lost = patches.find((_patch, index) => found[index] !== 1);
      if (lost) this.error(`Excalidraw has changed. Look in build/excalidraw.mjs for: ${lost.what}.`);
      for (const name of fontFiles()) {
        const source = readFileSync(join(fontsFolder, name));
        this.emitFile({ type: 'asset', fileName: `excalidraw/fonts/${name}`, source });
      }
    },
  };
}

/** Names of the fonts that are delivered, relative to their folder, with slashes on every system. */
function fontFiles() {
  return readdirSync(fontsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !fontsLeftOut.includes(entry.name))
    .flatMap(({ name }) => readdirSync(join(fontsFolder, name)).map((file) => `${name}/${file}`));
}
