import type { Operation } from '../api/operations';
import type { Role } from './role';

/**
 * What an operation needs: a role in the narrative that it names, a role in the whole team, a role anywhere, or that
 * nobody may ask for it over a team's server, because it names places on the machine of the host.
 */
export type Need = { in: 'narrative' | 'team' | 'anywhere'; role: Role } | 'nobody';

const narrative = (role: Role): Need => ({ in: 'narrative', role });
const team = (role: Role): Need => ({ in: 'team', role });
const anywhere = (role: Role): Need => ({ in: 'anywhere', role });

/** What a member of a team needs for each operation; one without an entry does not compile. */
export const permissions: Readonly<Record<Operation, Need>> = {
  'app.capabilities': anywhere('reader'),
  'app.openExternal': 'nobody',
  'settings.read': anywhere('reader'),
  'settings.update': anywhere('reader'),
  'library.list': anywhere('reader'),
  'library.search': anywhere('reader'),
  'library.trash': team('owner'),
  'library.dismissNotices': team('owner'),
  'narratives.create': team('coauthor'),
  'narratives.open': narrative('reader'),
  'narratives.save': narrative('coauthor'),
  'narratives.updateMeta': narrative('coauthor'),
  'narratives.duplicate': team('coauthor'),
  'narratives.trash': narrative('owner'),
  'narratives.restore': team('owner'),
  'narratives.erase': team('owner'),
  'narratives.backups': narrative('owner'),
  'narratives.restoreBackup': team('owner'),
  'narratives.check': narrative('reader'),
  'narratives.gauge': narrative('reader'),
  'narratives.grammar': narrative('reader'),
  'review.add': narrative('reviewer'),
  'versions.list': narrative('reader'),
  'versions.keep': narrative('coauthor'),
  'versions.rename': narrative('coauthor'),
  'versions.read': narrative('reader'),
  'versions.compare': narrative('reader'),
  'versions.sinceRead': narrative('reader'),
  'versions.markRead': narrative('reader'),
  'packets.make': narrative('coauthor'),
  'packets.merge': narrative('coauthor'),
  'coach.read': anywhere('reader'),
  'coach.update': team('owner'),
  'assets.add': anywhere('coauthor'),
  'assets.addLogo': team('owner'),
  'assets.attach': anywhere('coauthor'),
  'assets.save': anywhere('reader'),
  'screens.keep': anywhere('coauthor'),
  'screens.scene': anywhere('reader'),
  'screens.templates': anywhere('reader'),
  'exports.preview': narrative('reader'),
  'exports.copy': narrative('reader'),
  'exports.run': narrative('reader'),
  'exports.runAll': team('reader'),
  'exports.folder': 'nobody',
  'imports.run': team('coauthor'),
  'imports.move': narrative('coauthor'),
  'imports.folder': 'nobody',
  'folders.choose': 'nobody',
  'mirrors.read': 'nobody',
  'mirrors.set': 'nobody',
  'mirrors.sync': 'nobody',
  'jobs.cancel': anywhere('reader'),
  'guidance.read': anywhere('reader'),
  'samples.list': anywhere('reader'),
  'team.read': anywhere('reader'),
  'team.invite': team('owner'),
  'team.linkFor': anywhere('reader'),
  'team.revokeInvitation': team('owner'),
  'team.setRole': team('owner'),
  'team.removeMember': team('owner'),
  'team.audit': team('owner'),
  'team.signOut': anywhere('reader'),
};
