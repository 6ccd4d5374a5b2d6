import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { usualLibrary } from '../host/library/usualLibrary';
import { UsageError } from './usageError';

/** What the command line finds around it: folders of the installation and of the person. */
export interface Surroundings {
  version: string;
  templates: string;
  workers: string;
  /** The bundled page of review packets. */
  packetPage: string;
  /** The built renderer, for `serve`. */
  renderer: string;
  environment: Readonly<Record<string, string | undefined>>;
}

const environmentSchema = z.object({ DATELINE_LIBRARY: z.string().min(1).max(4096).optional() });

/** The library folder: as asked for, else `DATELINE_LIBRARY`, else the usual place. */
export function chooseLibrary(asked: string | undefined, environment: Surroundings['environment']): string {
  if (asked !== undefined) return resolve(asked);
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new UsageError('DATELINE_LIBRARY does not name a folder.');
  return parsed.data.DATELINE_LIBRARY === undefined
    ? usualLibrary(homedir())
    : resolve(parsed.data.DATELINE_LIBRARY);
}
