import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { ConnectionProvider } from '../client/ConnectionProvider';
import type { Connection } from '../client/connection';
import { cssVariablesResolver, theme } from '../ui/theme';
import { AppWindow } from './AppWindow';
import { ErrorBoundary } from './ErrorBoundary';

/** How long a toast stays, in milliseconds; it waits while the pointer or focus is on it. */
const toastMs = 8000;

/** The whole app. */
export function App(props: { connection: Connection; queryClient: QueryClient }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <ErrorBoundary>
        <ConnectionProvider connection={props.connection} queryClient={props.queryClient}>
          <AppWindow />
        </ConnectionProvider>
      </ErrorBoundary>
      <Notifications position="bottom-center" autoClose={toastMs} />
    </MantineProvider>
  );
}
