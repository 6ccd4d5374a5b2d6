import type { Connection } from '../../client/connection';
import type { JoinLine } from './liveLine';

const known = new WeakMap<Connection, Promise<JoinLine | null>>();

/** How this window joins narratives of a team; null in a library of one's own. Asked once for each window. */
export function joinLineOf(connection: Connection): Promise<JoinLine | null> {
  const asked = known.get(connection) ?? findLine(connection);
  known.set(connection, asked);
  // A host out of reach is asked again by the next opening.
  asked.catch(() => known.delete(connection));
  return asked;
}

async function findLine(connection: Connection): Promise<JoinLine | null> {
  const { team } = await connection.call('app.capabilities', {});
  if (team === null) return null;
  // A window without a team never loads the line.
  const [{ ProviderLine }, { openLiveSocket }] = await Promise.all([
    import('./providerLine'),
    import('../../client/liveSocket'),
  ]);
  return (id, doc) => new ProviderLine({ socket: openLiveSocket(), id, doc });
}
