import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import type { NarrativeId } from '../../core/narrative/meta';
import { narrativeHeading } from '../../core/narrative/partState';
import { sectionText } from '../../core/narrative/plainText';
import { importFile } from '../importers/importFile';
import { type ImportTarget, importNarrative } from '../imports/importNarrative';
import { readGivenFile } from '../imports/readGivenFile';

export interface Sample {
  id: string;
  heading: string;
  subheading: string;
  /** What sort of product it is about, such as "Web service". */
  kind: string;
}

/** The finished narratives that ship with Dateline; each is a text with a folder of pictures beside it. */
export interface Samples {
  list(): Promise<Sample[]>;
  /** Writes a copy into the library. Throws `not-found` for a name that is not in the list. */
  create(id: string, target: ImportTarget): Promise<NarrativeId>;
}

const textEnding = '.md';

export function createSamples(templates: string): Samples {
  const folder = join(templates, 'samples');

  async function ids(): Promise<string[]> {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(textEnding))
      .map((name) => name.slice(0, -textEnding.length))
      .sort();
  }

  async function read(id: string) {
    const fileName = `${id}${textEnding}`;
    return importFile({ fileName, bytes: await readFile(join(folder, fileName)) });
  }

  async function describe(id: string): Promise<Sample> {
    const { content, meta } = await read(id);
    return {
      id,
      heading: narrativeHeading(content, meta.name ?? ''),
      subheading: sectionText(content.parts.release, 'subheading'),
      kind: toKind(id),
    };
  }

  return {
    list: async () => Promise.all((await ids()).map(describe)),
    async create(id, target) {
      // The name comes from a window, so it is looked up and never made into a path.
      if (!(await ids()).includes(id)) throw noSample();
      return (await importNarrative(target, await readGivenFile(join(folder, `${id}${textEnding}`)))).id;
    },
  };
}

/** "web-service" as "Web service". */
function toKind(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function noSample(): DatelineError {
  return new DatelineError('not-found', 'There is no sample of this name.', 'Choose one from the list.');
}
