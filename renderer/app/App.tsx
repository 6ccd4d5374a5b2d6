import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { ConnectionProvider } from '../client/ConnectionProvider';
import type { Connection } from '../client/connection';
import { cssVariablesResolver, theme } from '../ui/theme';
import { CommandProvider } from './commands/CommandProvider';
import { Screens } from './Screens';

/** The whole window. */
export function App(props: { connection: Connection; queryClient: QueryClient }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <ConnectionProvider connection={props.connection} queryClient={props.queryClient}>
        <CommandProvider platform={{ mac: false, desktop: false }}>
          <Screens />
        </CommandProvider>
      </ConnectionProvider>
      <Notifications position="bottom-center" autoClose={8000} />
    </MantineProvider>
  );
}
