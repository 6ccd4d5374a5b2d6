import { mkdir, rename } from 'node:fs/promises';
import { Low } from 'lowdb';
import { DatelineError } from '../core/api/errors';
import { defaultSettings, type Settings, settingsSchema } from '../core/api/shapes';
import { toDiskError } from './diskErrors';
import { keepGeneration } from './durableFile';
import { DurableJsonAdapter, type TextCodec } from './durableJsonAdapter';
import { layoutOf } from './layout';

/** What a person chose, in `settings.json` of a folder. */
export interface SettingsStore {
  get(): Settings;
  /** Changes what is given and keeps the rest. Throws `disk-full` or `read-only`; then nothing is changed. */
  change(patch: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings>;
}

const settingsCodec: TextCodec<Settings> = {
  encode: (settings) => `${JSON.stringify(settings, null, 2)}\n`,
  decode: (text) => {
    try {
      const stored: unknown = JSON.parse(text);
      // A file from before a setting existed has no value for it yet.
      return settingsSchema.parse({ ...defaultSettings, ...(typeof stored === 'object' ? stored : {}) });
    } catch {
      throw new DatelineError('file-damaged', 'The settings cannot be read.');
    }
  },
};

/** Opens the settings in a folder. Settings that cannot be read are moved aside, and the usual ones are used. */
export async function openSettings(folder: string): Promise<SettingsStore> {
  const path = layoutOf(folder).settings;
  const aside = `${path}.damaged`;
  const adapter = new DurableJsonAdapter<Settings>({
    path,
    codec: settingsCodec,
    keepDamaged: () => keepGeneration(path, aside),
  });
  const db = new Low<Settings>(adapter, defaultSettings);
  try {
    await mkdir(folder, { recursive: true });
    await db.read();
  } catch (thrown) {
    if (!(thrown instanceof DatelineError)) throw toDiskError(thrown);
    await rename(path, aside);
  }
  return {
    get: () => db.data,
    change: async (patch) => {
      const known = Object.entries(patch).filter(([, value]) => value !== undefined);
      const before = db.data;
      db.data = settingsSchema.parse({ ...before, ...Object.fromEntries(known) });
      try {
        await db.write();
      } catch (thrown) {
        db.data = before;
        throw thrown;
      }
      return db.data;
    },
  };
}
