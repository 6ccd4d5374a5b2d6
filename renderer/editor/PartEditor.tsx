import type { Editor } from '@tiptap/core';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { LastPlace } from '../../core/narrative/meta';
import type { PartKey } from '../../core/narrative/parts';
import { findUnknownContent } from '../../core/narrative/preflight';
import { assetUrl } from '../client/assetUrl';
import { createPartEditor } from './createPartEditor';
import type { SourceFiles } from './evidence/sourceFiles';
import { keepSelectionFromReact } from './keepSelectionFromReact';
import type { LiveLine } from './live/liveLine';
import { showPlaceholders } from './look/Guidance';
import type { UploadImage } from './picture/PictureInsertion';
import { placeAt, sectionKeyAt } from './place';
import { EditorPopovers } from './popover/EditorPopovers';
import { ReadOnlyText } from './ReadOnlyText';
import type { ScreenDesk } from './screen/screenOptions';
import type { NarrativeSession } from './session/session';
import { SlashMenu } from './slash/SlashMenu';
import './evidence/evidence.css';
import './promise/promise.css';
import './remarks/remarks.css';
import './screen/screen.css';
import './code/code.css';
import './coach/coach.css';
import './live/carets.css';
import './look/blocks.css';
import './look/items.css';
import './look/sheet.css';
import './pages/pages.css';

export interface PartEditorProps {
  session: NarrativeSession;
  part: PartKey;
  /** Guidance for empty places; see `Guidance` for the keys besides section keys. */
  placeholders: Readonly<Record<string, string>>;
  readOnly?: boolean;
  /** The line to others who write in this very text; null or missing where nobody does. */
  line?: LiveLine | null;
  /** Whether the text can be read and chosen, but not changed here; may change while it is open. */
  held?: boolean;
  onReady?: (editor: Editor) => void;
  /** The caret moved into another section (its key) or item (its id). */
  onSectionChange?: (sectionKey: string) => void;
  /** Writing paused or the part was left; for "where you stopped". */
  onPlaceChange?: (place: LastPlace) => void;
  /** Keeps a picture that was chosen, dropped or pasted. Without it, pictures are refused. */
  uploadImage?: UploadImage;
  /** Who writes, for source cards. */
  author?: string;
  /** Where files of source cards go. */
  sourceFiles?: SourceFiles;
  /** Months after which a source is asked about again; null where nothing is settled. */
  ageingMonths?: number | null;
  /** What is done with screens outside of the text. Without it, they are only shown. */
  screenDesk?: ScreenDesk;
  /** Told when a picture could not be kept. */
  onProblem?: (error: unknown) => void;
  /** Goes to an item or a place of another part. */
  onGo?: (part: PartKey, id: string) => void;
  /** Stands on the sheet above the text, such as the part's name. */
  header?: ReactNode;
}

/** The sheet of one part: an editor over the narrative's shared text. */
export function PartEditor(props: PartEditorProps) {
  const { session, part } = props;
  // Binding an editor to content it does not know would delete that content, so it is looked for first.
  const unknown = useMemo(() => findUnknownContent(session.doc), [session]);
  if (unknown.length > 0) return <ReadOnlyText fragment={session.fragment(part)} unknown={unknown} />;
  return <BoundEditor key={`${session.id}/${part}`} {...props} />;
}

const placePauseMs = 800;

function BoundEditor({
  session,
  part,
  placeholders,
  readOnly = false,
  held = false,
  line = null,
  ...props
}: PartEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const onReady = useEffectEvent((editor: Editor) => props.onReady?.(editor));
  const onSectionChange = useEffectEvent((key: string) => props.onSectionChange?.(key));
  const onPlaceChange = useEffectEvent((place: LastPlace) => props.onPlaceChange?.(place));
  const uploadImage = useEffectEvent((file: File) => {
    if (!props.uploadImage) throw new Error('This sheet takes no pictures.');
    return props.uploadImage(file);
  });
  const onProblem = useEffectEvent((error: unknown) => props.onProblem?.(error));
  const readFiles = useEffectEvent(() => {
    if (!props.sourceFiles) throw new Error('This sheet keeps no files.');
    return props.sourceFiles;
  });
  const readDesk = useEffectEvent(() => {
    if (!props.screenDesk) throw new Error('This sheet draws no screens.');
    return props.screenDesk;
  });
  const hasDesk = props.screenDesk !== undefined;
  const readAuthor = useEffectEvent(() => props.author ?? '');
  const onGo = useEffectEvent((to: PartKey, id: string) => props.onGo?.(to, id));
  const isHeld = useEffectEvent(() => held);
  const readPlaceholders = useEffectEvent(() => placeholders);
  const [bound, setBound] = useState<Editor | null>(null);

  useEffect(() => {
    if (!host.current) return;
    const editor = createPartEditor({
      session,
      records: session.doc,
      part,
      placeholders: readPlaceholders(),
      readOnly,
      line,
      isHeld: () => isHeld(),
      assetUrl,
      element: host.current,
      pictures: { uploadImage: async (file) => uploadImage(file), onProblem },
      evidence: {
        author: () => readAuthor(),
        files: {
          attach: async (file) => readFiles().attach(file),
          save: async (asset, fileName) => readFiles().save(asset, fileName),
        },
      },
      onGo: (to, id) => onGo(to, id),
      ...(hasDesk ? { screenDesk: deskOf(() => readDesk()) } : {}),
    });
    keepSelectionFromReact(editor.view.dom);
    const stopWatching = watchPlace(editor, part, { onSectionChange, onPlaceChange });
    setBound(editor);
    onReady(editor);
    return () => {
      stopWatching();
      setBound(null);
      editor.destroy();
    };
  }, [session, part, readOnly, line, hasDesk]);
  useEffect(() => bound?.view.dom.setAttribute('aria-readonly', String(held)), [bound, held]);
  useEffect(() => {
    if (bound) showPlaceholders(bound, placeholders);
  }, [bound, placeholders]);

  return (
    <div className="dl-editor" data-kind={part}>
      {props.header && <div className="dl-editor-header">{props.header}</div>}
      <div ref={host} />
      {bound && <EditorPopovers editor={bound} ageingMonths={props.ageingMonths ?? null} />}
      {bound && <SlashMenu editor={bound} />}
    </div>
  );
}

/** The desk as it is when something is asked of it, for an editor that outlives many of them. */
function deskOf(read: () => ScreenDesk): ScreenDesk {
  return {
    draw: (id) => read().draw(id),
    choose: () => read().choose(),
    showVersions: (id) => read().showVersions(id),
    showHotspots: (id) => read().showHotspots(id),
  };
}

interface PlaceListeners {
  onSectionChange: (key: string) => void;
  onPlaceChange: (place: LastPlace) => void;
}

/** Tells of the section at once and of the exact place after a pause, so that a key press costs next to nothing. */
function watchPlace(editor: Editor, part: PartKey, listeners: PlaceListeners): () => void {
  let section = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tellPlace = () => {
    timer = null;
    listeners.onPlaceChange(placeAt(editor.state, part));
  };
  const onSelection = () => {
    const now = sectionKeyAt(editor.state);
    if (now !== section) {
      section = now;
      listeners.onSectionChange(now);
    }
    timer ??= setTimeout(tellPlace, placePauseMs);
  };
  editor.on('selectionUpdate', onSelection);
  return () => {
    editor.off('selectionUpdate', onSelection);
    if (timer === null) return;
    clearTimeout(timer);
    tellPlace();
  };
}
