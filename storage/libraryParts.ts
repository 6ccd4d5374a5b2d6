import type { Backups } from './backups';
import type { KeptFiles } from './keptFiles';
import type { Layout } from './layout';
import type { LibraryIndex } from './libraryIndex';
import type { StoragePorts } from './libraryStore';
import type { Mirrors } from './mirrors';
import type { NoticeBoard } from './notices';
import type { Versions } from './versions';

/** What the pieces of one open library share. */
export interface LibraryParts {
  readonly layout: Layout;
  readonly ports: StoragePorts;
  readonly index: LibraryIndex;
  readonly backups: Backups;
  readonly kept: KeptFiles;
  readonly versions: Versions;
  readonly mirrors: Mirrors;
  readonly board: NoticeBoard;
}
