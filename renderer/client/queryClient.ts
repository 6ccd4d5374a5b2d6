import { QueryClient, type QueryKey } from '@tanstack/react-query';
import type { Operation } from '../../core/api/operations';
import type { Connection } from './connection';

/** What was read from the library and may be old after any change in it. */
const libraryReads: Operation[] = [
  'library.list',
  'library.search',
  'library.trash',
  'narratives.backups',
  'versions.list',
  'versions.compare',
];

/** A cache that trusts the host's events instead of the clock, and never waits for "being online". */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Marks what an event made old; returns the unsubscriber. */
export function invalidateOnEvents(connection: Connection, queryClient: QueryClient): () => void {
  const readLibraryAgain = () => {
    const isLibraryRead = ({ queryKey }: { queryKey: QueryKey }) =>
      libraryReads.includes(queryKey[0] as Operation);
    // What nobody looks at is forgotten: shown for a moment later, an old list would be a wrong one.
    queryClient.removeQueries({ predicate: isLibraryRead, type: 'inactive' });
    void queryClient.invalidateQueries({ predicate: isLibraryRead });
  };
  const unsubscribers = [
    connection.onEvent('library.changed', readLibraryAgain),
    connection.onEvent('library.notice', readLibraryAgain),
    connection.onEvent(
      'teams.changed',
      () => void queryClient.invalidateQueries({ queryKey: ['teams.list'] }),
    ),
    connection.onEvent('team.changed', () => {
      const isTeamRead = ({ queryKey }: { queryKey: QueryKey }) => String(queryKey[0]).startsWith('team.');
      void queryClient.invalidateQueries({ predicate: isTeamRead });
      readLibraryAgain();
    }),
    connection.onReconnect(() => void queryClient.invalidateQueries()),
  ];
  return () => {
    for (const unsubscribe of unsubscribers) unsubscribe();
  };
}
