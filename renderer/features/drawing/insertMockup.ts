import { CaptureUpdateAction, convertToExcalidrawElements, FONT_FAMILY } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type { MockupSkeleton } from '../../../core/screens/mockups';

type Skeletons = NonNullable<Parameters<typeof convertToExcalidrawElements>[0]>;

/** Lays a mock-up on the sheet as what the drawing is begun from: nothing is selected, nothing can be undone. */
export async function beginFromMockup(api: ExcalidrawImperativeAPI, mockup: MockupSkeleton): Promise<void> {
  await loadFonts(mockup);
  const elements = convertToExcalidrawElements(mockup.elements as Skeletons);
  api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
  api.scrollToContent(elements, { fitToViewport: true, viewportZoomFactor: 0.9, animate: false });
}

/** Puts a component into the middle of what is seen, as one group that is selected. */
export async function insertMockup(api: ExcalidrawImperativeAPI, mockup: MockupSkeleton): Promise<void> {
  await loadFonts(mockup);
  const { scrollX, scrollY, width, height, zoom } = api.getAppState();
  const x = width / zoom.value / 2 - scrollX - mockup.width / 2;
  const y = height / zoom.value / 2 - scrollY - mockup.height / 2;
  const placed = mockup.elements.map((element) => ({ ...element, x: element.x + x, y: element.y + y }));
  const group = crypto.randomUUID();
  const added = convertToExcalidrawElements(placed as Skeletons).map((element) => ({
    ...element,
    groupIds: [group],
  }));
  api.updateScene({
    elements: [...api.getSceneElements(), ...added],
    appState: {
      selectedElementIds: Object.fromEntries(added.map(({ id }) => [id, true as const])),
      selectedGroupIds: { [group]: true },
    },
    captureUpdate: CaptureUpdateAction.IMMEDIATELY,
  });
  // So that arrow keys move what was just put there.
  document.querySelector<HTMLElement>('.excalidraw-container')?.focus();
}

/** Words are measured once, when they are laid down: in a font that is not there yet they would be cut off. */
async function loadFonts({ elements }: MockupSkeleton): Promise<void> {
  const numbers = new Set(elements.flatMap((element) => fontOf(element)));
  const names = Object.entries(FONT_FAMILY).filter(([, number]) => numbers.has(number));
  await Promise.all(names.map(([name]) => document.fonts.load(`20px "${name}"`)));
}

function fontOf(element: MockupSkeleton['elements'][number]): number[] {
  if (element.type === 'text') return [element.fontFamily];
  return element.type === 'rectangle' && element.label ? [element.label.fontFamily] : [];
}
