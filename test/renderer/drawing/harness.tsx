import { MantineProvider } from '@mantine/core';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { MockupSkeleton } from '../../../core/screens/mockups';
import type { ScreenPicture, ScreenRecord } from '../../../core/screens/screenRecord';
import { ConnectionProvider } from '../../../renderer/client/ConnectionProvider';
import { connectToShell } from '../../../renderer/client/connection';
import { createQueryClient } from '../../../renderer/client/queryClient';
import { DrawingDesk } from '../../../renderer/features/drawing/DrawingDesk';
import type { DrawingStart } from '../../../renderer/features/drawing/opening';
import { cssVariablesResolver, theme } from '../../../renderer/ui/theme';
import '../../../renderer/ui/styles';
import { useState } from 'react';

interface DeskSetup {
  screen: ScreenRecord;
  start?: DrawingStart;
  scheme?: 'light' | 'dark';
  components?: MockupSkeleton[];
}

interface DeskWindow {
  open: (setup: DeskSetup) => void;
  /** Takes the desk away without asking, as going somewhere else does. */
  vanish: () => void;
  /** The screen as every window knows it; a test may change it, as another window would. */
  screen: ScreenRecord | null;
  kept: { picture: ScreenPicture; isFurther: boolean }[];
  isOpen: boolean;
  /** Keys that reached the window behind the desk. */
  keysBehind: string[];
}

declare global {
  interface Window {
    desk: DeskWindow;
  }
}

const connection = connectToShell();
const queryClient = createQueryClient();
let show: (setup: DeskSetup | null) => void = () => undefined;

function Page() {
  const [setup, setSetup] = useState<DeskSetup | null>(null);
  show = setSetup;
  window.desk.isOpen = setup !== null;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={setup?.scheme ?? 'light'}
    >
      <ConnectionProvider connection={connection} queryClient={queryClient}>
        <main>
          <h1>A page</h1>
          <button type="button" id="behind">
            Behind the desk
          </button>
        </main>
        {setup && (
          <DrawingDesk
            screen={setup.screen}
            start={setup.start ?? 'blank'}
            theme={setup.scheme ?? 'light'}
            components={setup.components ?? []}
            current={() => window.desk.screen}
            onKept={(picture, isFurther) => {
              window.desk.kept.push({ picture, isFurther });
              if (window.desk.screen) window.desk.screen = { ...window.desk.screen, picture };
            }}
            onClose={() => setSetup(null)}
          />
        )}
      </ConnectionProvider>
    </MantineProvider>
  );
}

window.desk = {
  open(setup) {
    window.desk.screen = setup.screen;
    window.desk.kept = [];
    // At once: whoever asked for it must not meet the desk before.
    flushSync(() => show(setup));
  },
  vanish: () => show(null),
  screen: null,
  kept: [],
  isOpen: false,
  keysBehind: [],
};
window.addEventListener('keydown', ({ key }) => window.desk.keysBehind.push(key));
createRoot(document.getElementById('root') as HTMLElement).render(<Page />);
