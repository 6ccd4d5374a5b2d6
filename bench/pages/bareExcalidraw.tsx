import '@excalidraw/excalidraw/index.css';
import { Excalidraw } from '@excalidraw/excalidraw';
import type { ExcalidrawInitialDataState } from '@excalidraw/excalidraw/types';

/** Excalidraw as it comes, with a scene that is there already: the floor that a desk around it can reach. */
export default function BareExcalidraw({ scene }: { scene: ExcalidrawInitialDataState | null }) {
  return (
    <div style={{ position: 'fixed', inset: 0 }}>
      <Excalidraw initialData={scene} />
    </div>
  );
}
