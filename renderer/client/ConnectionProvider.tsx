import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { EventData, EventName } from '../../core/api/events';
import type { Connection } from './connection';
import { invalidateOnEvents } from './queryClient';

const ConnectionContext = createContext<Connection | null>(null);

/** Gives everything inside it the connection to the host, and keeps what was read in step with its events. */
export function ConnectionProvider(props: {
  connection: Connection;
  queryClient: QueryClient;
  children: ReactNode;
}) {
  const { connection, queryClient } = props;
  useEffect(() => invalidateOnEvents(connection, queryClient), [connection, queryClient]);
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queryClient}>{props.children}</QueryClientProvider>
    </ConnectionContext>
  );
}

/** The connection of this window. */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error('useConnection needs a ConnectionProvider around it');
  return connection;
}

/** Hears one kind of event while the component is mounted. Keep `listener` stable. */
export function useHostEvent<K extends EventName>(name: K, listener: (data: EventData<K>) => void): void {
  const { onEvent } = useConnection();
  useEffect(() => onEvent(name, listener), [onEvent, name, listener]);
}
