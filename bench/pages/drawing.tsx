import { MantineProvider } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { ScreenRecord } from '../../core/screens/screenRecord';
import { ConnectionProvider } from '../../renderer/client/ConnectionProvider';
import { connectToShell } from '../../renderer/client/connection';
import { createQueryClient } from '../../renderer/client/queryClient';
import { DrawingDesk } from '../../renderer/features/drawing/DrawingDesk';
import { cssVariablesResolver, theme } from '../../renderer/ui/theme';
import '../../renderer/ui/styles';

declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
    /** Opens one of the two and says after how many milliseconds it could be drawn on. */
    openDrawing: (who: 'desk' | 'bare', screen: ScreenRecord, scene: string | null) => Promise<number>;
    closeDrawing: () => Promise<void>;
  }
}

window.EXCALIDRAW_ASSET_PATH = new URL('./excalidraw/', document.baseURI).href;
const BareExcalidraw = lazy(() => import('./bareExcalidraw'));
const connection = connectToShell();
const queryClient = createQueryClient();
const root = createRoot(document.getElementById('root') as HTMLElement);

const page = (content: ReactNode) =>
  root.render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme="light">
      <ConnectionProvider connection={connection} queryClient={queryClient}>
        {content}
      </ConnectionProvider>
    </MantineProvider>,
  );

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const isDrawable = () =>
  document.querySelector('.excalidraw canvas.interactive') !== null &&
  document.querySelector('[data-testid="toolbar-rectangle"]') !== null &&
  document.querySelector('.LoadingMessage') === null;

window.openDrawing = async (who, screen, scene) => {
  const started = performance.now();
  page(
    who === 'bare' ? (
      <Suspense>
        <BareExcalidraw scene={scene === null ? null : JSON.parse(scene)} />
      </Suspense>
    ) : (
      <DrawingDesk
        screen={screen}
        start="blank"
        theme="light"
        current={() => screen}
        onKept={() => undefined}
        onClose={() => undefined}
      />
    ),
  );
  while (!isDrawable()) await frame();
  await frame();
  return performance.now() - started;
};

window.closeDrawing = async () => {
  page(null);
  while (document.querySelector('.excalidraw')) await frame();
};
page(null);
