import './assetPath';
import '@excalidraw/excalidraw/index.css';
import { Excalidraw, getSceneVersion, MainMenu } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI, ExcalidrawProps } from '@excalidraw/excalidraw/types';
import { useEffect, useMemo, useRef } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import type { MockupSkeleton } from '../../../core/screens/mockups';
import { type ExportedDrawing, exportDrawing } from './exportDrawing';
import { drawnElements, initialScene } from './initialScene';
import { beginFromMockup, insertMockup } from './insertMockup';
import { nameParts } from './nameParts';
import type { Opening } from './opening';
import './drawing.css';

/** What the desk may ask of the sheet while it is there. */
export interface Sheet {
  /** Another number whenever something else is drawn. */
  version(): string;
  isEmpty(): boolean;
  /** Throws `file-too-large`. */
  export(): Promise<ExportedDrawing>;
  insert(component: MockupSkeleton): Promise<void>;
}

export interface DrawingProps {
  opening: Promise<Opening>;
  theme: 'light' | 'dark';
  /** Called once, when it can be drawn on. */
  onReady: (sheet: Sheet) => void;
  onChange: () => void;
  /** It cannot be opened; nothing on the sheet may be kept. */
  onProblem: (error: DatelineError) => void;
}

/** Doors to other places, and what the desk does itself, are left out. */
const options: NonNullable<ExcalidrawProps['UIOptions']> = {
  canvasActions: {
    loadScene: false,
    saveToActiveFile: false,
    saveAsImage: false,
    export: false,
    toggleTheme: false,
  },
  tools: { image: true },
};

/** Excalidraw's own menu without the links out of the window. One element for good, see `Drawing`. */
const menu = (
  <MainMenu>
    <MainMenu.DefaultItems.SearchMenu />
    <MainMenu.DefaultItems.Help />
    <MainMenu.DefaultItems.ClearCanvas />
    <MainMenu.Separator />
    <MainMenu.DefaultItems.ChangeCanvasBackground />
  </MainMenu>
);
const stayHere: NonNullable<ExcalidrawProps['onLinkOpen']> = (_element, event) => event.preventDefault();
/** What was copied in another Excalidraw may bring links and pages inside it. */
const takeDrawn: NonNullable<ExcalidrawProps['onPaste']> = (data) => {
  if (data.elements) data.elements = drawnElements(data.elements);
  return true;
};

/**
 * The sheet that is drawn on. Loaded when somebody draws, and never before. Everything it hands to Excalidraw stays
 * the same object: Excalidraw reports a change after each time it is drawn anew, so a new object would never end.
 */
export default function Drawing(props: DrawingProps) {
  const sheet = useSheet(props);
  useEffect(nameParts, []);
  return (
    <Excalidraw
      {...sheet}
      theme={props.theme}
      langCode="en"
      UIOptions={options}
      aiEnabled={false}
      autoFocus
      handleKeyboardGlobally={false}
      validateEmbeddable={false}
      onLinkOpen={stayHere}
      onPaste={takeDrawn}
      libraryReturnUrl=""
    >
      {menu}
    </Excalidraw>
  );
}

/** Begins once Excalidraw reports for the first time, which is when its scene lies on the sheet. */
function useSheet(props: DrawingProps) {
  const latest = useRef(props);
  latest.current = props;
  return useMemo(() => {
    const { opening } = latest.current;
    let api: ExcalidrawImperativeAPI | null = null;
    let hasBegun = false;
    const problem = (thrown: unknown): null => {
      latest.current.onProblem(toDatelineError(thrown));
      return null;
    };
    const begin = async (given: ExcalidrawImperativeAPI): Promise<void> => {
      hasBegun = true;
      const opened = await opening;
      if (opened.kind === 'mockup') await beginFromMockup(given, opened.mockup);
      latest.current.onReady(toSheet(given));
    };
    return {
      excalidrawAPI(given: ExcalidrawImperativeAPI) {
        api = given;
      },
      initialData: () => opening.then(initialScene).catch(problem),
      onChange() {
        if (hasBegun) latest.current.onChange();
        else if (api) begin(api).catch(problem);
      },
    };
  }, []);
}

function toSheet(api: ExcalidrawImperativeAPI): Sheet {
  return {
    version: () =>
      `${getSceneVersion(api.getSceneElementsIncludingDeleted())} ${api.getAppState().viewBackgroundColor}`,
    isEmpty: () => api.getSceneElements().length === 0,
    export: () => exportDrawing(api),
    insert: (component) => insertMockup(api, component),
  };
}
