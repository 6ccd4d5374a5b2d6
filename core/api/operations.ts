/**
 * The names of all operations, without what goes in and comes out: all that a preload may know. The contract has
 * exactly these, or it does not compile.
 */
export const operations = [
  'app.capabilities',
  'app.openExternal',
  'settings.read',
  'settings.update',
  'library.list',
  'library.search',
  'library.trash',
  'library.dismissNotices',
  'narratives.create',
  'narratives.open',
  'narratives.save',
  'narratives.updateMeta',
  'narratives.duplicate',
  'narratives.trash',
  'narratives.restore',
  'narratives.erase',
  'narratives.backups',
  'narratives.restoreBackup',
  'narratives.check',
  'narratives.gauge',
  'narratives.grammar',
  'review.add',
  'versions.list',
  'versions.keep',
  'versions.rename',
  'versions.read',
  'versions.compare',
  'versions.sinceRead',
  'versions.markRead',
  'packets.make',
  'packets.merge',
  'coach.read',
  'coach.update',
  'assets.add',
  'assets.addLogo',
  'screens.keep',
  'screens.scene',
  'screens.templates',
  'assets.attach',
  'assets.save',
  'exports.preview',
  'exports.copy',
  'exports.run',
  'exports.runAll',
  'exports.folder',
  'imports.run',
  'imports.move',
  'imports.folder',
  'folders.choose',
  'mirrors.read',
  'mirrors.set',
  'mirrors.sync',
  'jobs.cancel',
  'guidance.read',
  'samples.list',
] as const;
export type Operation = (typeof operations)[number];

const known: ReadonlySet<unknown> = new Set(operations);

export function isOperation(name: unknown): name is Operation {
  return known.has(name);
}
