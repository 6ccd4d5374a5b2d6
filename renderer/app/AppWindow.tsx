import { useCallback, useEffect } from 'react';
import type { Capabilities } from '../../core/api/shapes';
import { useHostEvent } from '../client/ConnectionProvider';
import { useOperation } from '../client/useOperation';
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
  useTitleBarInset(data?.titleBarInset);
  useHostEvent(
    'narrative.show',
    useCallback(({ id }) => navigate({ screen: 'narrative', id, part: null }), []),
  );
  return (
    <CommandProvider platform={{ mac: data?.platform === 'mac', desktop: data?.nativeMenus ?? false }}>
      <WindowCommands />
      <Screens />
      <Dialogs folder={data?.folder ?? ''} />
    </CommandProvider>
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
