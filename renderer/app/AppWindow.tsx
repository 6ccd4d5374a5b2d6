import { useCallback, useEffect } from 'react';
import type { DatelineError } from '../../core/api/errors';
import type { Capabilities } from '../../core/api/shapes';
import { useHostEvent } from '../client/ConnectionProvider';
import { useOperation } from '../client/useOperation';
import classes from '../ui/alone.module.css';
import { ErrorNotice } from '../ui/ErrorNotice';
import { CommandProvider, useCommand } from './commands/CommandProvider';
import { Dialogs } from './dialogs/Dialogs';
import { focusNextRegion } from './narrative/regions';
import { navigate } from './routing/useRoute';
import { Screens } from './Screens';
import { useTheme } from './useTheme';

/** The window once it knows which shell it lives in. */
export function AppWindow() {
  const capabilities = useOperation('app.capabilities', {});
  const { data } = capabilities;
  const closed = closedBecause(capabilities.error);
  useTitleBarInset(data?.titleBarInset);
  useHostEvent(
    'narrative.show',
    useCallback(({ id }) => navigate({ screen: 'narrative', id, part: null }), []),
  );
  return (
    <CommandProvider platform={{ mac: data?.platform === 'mac', desktop: data?.nativeMenus ?? false }}>
      <WindowCommands />
      {closed ? <ClosedToYou error={closed} onRetry={() => void capabilities.refetch()} /> : <Screens />}
      <Dialogs folder={data?.folder ?? ''} />
    </CommandProvider>
  );
}

/** Why a team's library cannot be looked at, by whoever is signed out or has no role yet; null where it can. */
const closedBecause = (error: DatelineError | null): DatelineError | null =>
  error?.code === 'not-allowed' || error?.code === 'signed-out' ? error : null;

function ClosedToYou({ error, onRetry }: { error: DatelineError; onRetry: () => void }) {
  return (
    <main className={classes.alone} data-region>
      <h1>This library is not open to you yet</h1>
      <ErrorNotice error={error} onRetry={onRetry} />
    </main>
  );
}

function WindowCommands() {
  useTheme();
  useCommand('go.nextRegion', focusNextRegion);
  return null;
}

/** Leaves the space free that the system's window controls take. */
function useTitleBarInset(inset: Capabilities['titleBarInset'] | undefined): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--dl-inset-left', `${inset?.left ?? 0}px`);
    style.setProperty('--dl-inset-right', `${inset?.right ?? 0}px`);
    style.setProperty('--dl-inset-top', inset && inset.left + inset.right > 0 ? '1.75rem' : '0px');
  }, [inset]);
}
