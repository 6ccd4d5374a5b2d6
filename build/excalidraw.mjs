import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/paths.mjs';

const packageFolder = '@excalidraw/excalidraw/dist/prod/';
const fontsFolder = join(root, 'node_modules', packageFolder, 'fonts');

/** 13 MB of Chinese handwriting; the system's own characters stand in for it. */
const fontsLeftOut = ['Xiaolai'];

/**
 * What must not reach the window, in the one file that loads fonts. An update of the package that moves one of
 * these places fails the build instead of opening the door again.
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
  let isUsed = false;
  let isPatched = false;
  return {
    name: 'dateline-excalidraw',
    enforce: 'pre',
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
      if (!id.includes(packageFolder)) return null;
      isUsed = true;
      if (!code.includes('"ASSETS_FALLBACK_URL"')) return null;
      isPatched = true;
      return { code: patches.reduce(patchOnce, code), map: null };
    },
    generateBundle() {
      if (!isUsed) return;
      if (!isPatched)
        this.error('Excalidraw no longer loads its fonts where build/excalidraw.mjs looks for it.');
      for (const name of fontFiles()) {
        const source = readFileSync(join(fontsFolder, name));
        this.emitFile({ type: 'asset', fileName: `excalidraw/fonts/${name}`, source });
      }
    },
  };
}

/** @param {string} code @param {{ what: string, from: RegExp, to: string }} patch */
function patchOnce(code, { what, from, to }) {
  const found = code.match(from)?.length ?? 0;
  if (found !== 1) throw new Error(`Excalidraw has changed: found ${found} times ${what}.`);
  return code.replace(from, to);
}

/** Names of the fonts that are delivered, relative to their folder, with slashes on every system. */
function fontFiles() {
  return readdirSync(fontsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !fontsLeftOut.includes(entry.name))
    .flatMap(({ name }) => readdirSync(join(fontsFolder, name)).map((file) => `${name}/${file}`));
}
