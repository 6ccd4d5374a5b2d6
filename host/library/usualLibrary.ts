import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The library when none is asked for, in a person's home folder; every shell uses the same. */
export function usualLibrary(home: string): string {
  const documents = join(home, 'Documents');
  return join(existsSync(documents) ? documents : home, 'Dateline');
}
