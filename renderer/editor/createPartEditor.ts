import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { ListKeymap } from '@tiptap/extension-list';
import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import { Selection } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { type PartKey, partDefinitions } from '../../core/narrative/parts';
import {
  evidenceMap,
  linksMap,
  promisesMap,
  screensMap,
  storyboardsMap,
} from '../../core/narrative/recordMaps';
import { CoachMarks } from './coach/CoachMarks';
import { GrammarMarks } from './coach/GrammarMarks';
import { CodeBlocks } from './code/CodeBlocks';
import { type EvidenceOptions, EvidenceTags } from './evidence/EvidenceTags';
import { Find } from './find/Find';
import { FootnoteNumbers } from './footnote/FootnoteNumbers';
import { ItemActions } from './items/ItemActions';
import { Carets } from './live/Carets';
import type { LiveLine } from './live/liveLine';
import { Guidance } from './look/Guidance';
import { PageLines } from './pages/PageLines';
import { Paste } from './paste/Paste';
import { PictureInsertion, type PictureInsertionOptions } from './picture/PictureInsertion';
import { TextDetails } from './popover/TextDetails';
import { KeptPromises } from './promise/KeptPromises';
import { RemarkMarks } from './remarks/RemarkMarks';
import { narrativeNodes } from './schema/narrativeNodes';
import { Screens } from './screen/Screens';
import type { ScreenDesk } from './screen/screenOptions';
import type { NarrativeSession } from './session/session';
import { SlashCommands } from './slash/SlashCommands';
import { HeldText } from './structure/heldText';
import { Normaliser, normaliseOnOpen } from './structure/Normaliser';
import type { NormaliseOptions } from './structure/normalise';
import { partEnds } from './structure/partEnds';
import { StructureKeys } from './structure/StructureKeys';
import { SectionGuard } from './structure/sectionGuard';
import { UnwrittenPlaces } from './unwritten/UnwrittenPlaces';
import { UserKinds } from './userKind/UserKinds';

export interface PartEditorOptions {
  session: Pick<NarrativeSession, 'fragment' | 'undoManager'>;
  /** The document with the cards and screens that the text names, where that is not the text's own. */
  records?: Y.Doc;
  part: PartKey;
  placeholders: Readonly<Record<string, string>>;
  readOnly: boolean;
  /** The line to others who write in this text; null or missing where nobody does. */
  line?: LiveLine | null;
  /** Whether nothing pressed here may change the text at this moment; asked at each change. */
  isHeld?: () => boolean;
  assetUrl: (asset: string) => string;
  /** Where the editor is drawn; without it, nowhere yet. */
  element?: HTMLElement;
  pictures?: PictureInsertionOptions;
  evidence?: Partial<Pick<EvidenceOptions, 'author' | 'files'>>;
  screenDesk?: ScreenDesk;
  /** Goes to an item or a place of another part. */
  onGo?: (part: PartKey, id: string) => void;
  newId?: () => string;
}

/** A TipTap editor bound to one part of an open narrative. The caller destroys it. */
export function createPartEditor(options: PartEditorOptions): Editor {
  const { session, part, readOnly } = options;
  const normaliseOptions: NormaliseOptions = { part, newId: options.newId ?? (() => crypto.randomUUID()) };
  const undoManager = session.undoManager(part);
  const own = session.fragment(part).doc;
  const doc = options.records ?? own;
  const records = doc && evidenceMap(doc);
  if (doc && doc === own) undoManager.addToScope(recordsOf(doc, part));
  const editor = new Editor({
    ...(options.element ? { element: options.element } : {}),
    editable: !readOnly,
    enableContentCheck: false,
    editorProps: {
      attributes: {
        class: 'dl-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': partDefinitions[part].title,
        'data-part': part,
      },
    },
    extensions: [
      ...narrativeNodes({ assetUrl: options.assetUrl }),
      ListKeymap,
      Gapcursor,
      Dropcursor.configure({ color: 'var(--dl-accent)', width: 2 }),
      Collaboration.configure({ fragment: session.fragment(part), yUndoOptions: { undoManager } }),
      HeldText.configure(options.isHeld ? { isHeld: options.isHeld } : {}),
      SectionGuard,
      StructureKeys.configure({ part }),
      partEnds(part),
      ItemActions.configure({ part }),
      Normaliser.configure(normaliseOptions),
      Guidance.configure({ placeholders: options.placeholders }),
      SlashCommands.configure({ part }),
      Paste.configure({ part }),
      PictureInsertion.configure(options.pictures ?? {}),
      FootnoteNumbers,
      EvidenceTags.configure({ records, history: undoManager, ...options.evidence }),
      ...(doc && part === 'experience'
        ? [KeptPromises.configure({ promises: promisesMap(doc), links: linksMap(doc) })]
        : []),
      Screens.configure({
        records: doc && screensMap(doc),
        history: undoManager,
        assetUrl: options.assetUrl,
        desk: options.screenDesk ?? null,
        ...(options.evidence?.author ? { author: options.evidence.author } : {}),
      }),
      CodeBlocks,
      UnwrittenPlaces.configure({ part, doc, ...(options.onGo ? { onGo: options.onGo } : {}) }),
      UserKinds.configure({ part }),
      TextDetails,
      CoachMarks,
      GrammarMarks,
      ...(part === 'release' ? [PageLines] : []),
      RemarkMarks,
      Find,
      Carets.configure({ line: options.line ?? null, part }),
    ],
  });
  if (!readOnly && !options.isHeld?.()) normaliseOnOpen(editor, normaliseOptions);
  goToStart(editor);
  return editor;
}

/** Parts in whose text screens may stand; a change of a screen is undone where it was made. */
const partsWithScreens: ReadonlySet<PartKey> = new Set([
  'experience',
  'manuals',
  'customerFaq',
  'internalFaq',
]);

/** The records that a part's undo takes back together with its text. */
function recordsOf(doc: Y.Doc, part: PartKey): Y.Map<unknown>[] {
  const anywhere = [evidenceMap(doc), promisesMap(doc), linksMap(doc)];
  return partsWithScreens.has(part) ? [...anywhere, screensMap(doc), storyboardsMap(doc)] : anywhere;
}

/** Binding the shared text leaves the caret between blocks, where no letter can stand. */
function goToStart({ state, view }: Editor): void {
  view.dispatch(state.tr.setSelection(Selection.atStart(state.doc)).setMeta('addToHistory', false));
}
