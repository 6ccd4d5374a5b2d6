import type { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { defaultSettings } from '../../../core/api/shapes';
import type { PartKey } from '../../../core/narrative/parts';
import { useOperation } from '../../client/useOperation';
import { maySay } from '../../editor/live/access';
import type { OpenSession } from '../../editor/session/openSession';
import type { NarrativeSession } from '../../editor/session/session';
import { useSessionValue } from '../../editor/session/useSession';
import { type KeptPlace, keepPlace, returnToPlace } from '../../editor/suggesting/keptPlace';
import { type CopyView, SuggestingCopy } from '../../editor/suggesting/suggestingCopy';
import { watchCopy } from '../../editor/suggesting/watchCopy';
import { useBetweenKeys } from '../../ui/useBetweenKeys';
import { useCommand } from '../commands/CommandProvider';

/** Whether the text is written in or suggested to, and how much of the review shows in it. */
export interface Suggesting {
  isOn: boolean;
  /** True while nothing is marked: the text as it is, or while suggesting, as if all open suggestions were accepted. */
  isClean: boolean;
  /** What the editor writes in: the narrative, or a copy of the open part. */
  text: NarrativeSession;
  /** The copy; null while the narrative itself is written in. */
  copy: SuggestingCopy | null;
  /** What the copy suggests, a moment behind the typing. */
  view: CopyView | null;
  toggle: () => void;
  toggleClean: () => void;
}

interface SuggestingSetup {
  session: OpenSession;
  part: PartKey;
  editor: Editor | null;
}

/** Suggesting in the open narrative: the switch, the private copy of the open part, and the place in it. */
export function useSuggesting({ session, part, editor }: SuggestingSetup): Suggesting {
  const [isOn, setOn] = useState(false);
  const [isClean, setClean] = useState(false);
  const { author } = useOperation('settings.read', {}).data ?? defaultSettings;
  const copy = useCopy(isOn, { session, part, author, withOthers: isClean });
  const view = useBetweenKeys<CopyView | null>(copy?.subscribe ?? silent, copy?.view ?? noView);
  const text = view?.text ?? session;
  useKeptPlace(editor, text, part);
  const toggle = () => setOn(!isOn);
  const toggleClean = () => setClean(!isClean);
  const canSay = useSessionValue(session, (open) => maySay(open.access()));
  useCommand('edit.suggesting', editor && canSay ? toggle : null);
  useCommand('view.clean', editor && toggleClean);
  return { isOn, isClean, text, copy, view, toggle, toggleClean };
}

type CopySetup = ConstructorParameters<typeof SuggestingCopy>[0];

function useCopy(isOn: boolean, { session, part, author, withOthers }: CopySetup): SuggestingCopy | null {
  const [made, setMade] = useState<{ copy: SuggestingCopy; part: PartKey } | null>(null);
  useEffect(() => {
    if (!isOn) return;
    const copy = new SuggestingCopy({ session, part, author, withOthers });
    const stopWatching = watchCopy(copy);
    setMade({ copy, part });
    return () => {
      copy.close();
      stopWatching();
      setMade(null);
    };
  }, [isOn, session, part, author, withOthers]);
  return made?.part === part ? made.copy : null;
}

const silent = () => () => {};
const noView = () => null;

/** The caret and the page stay where they are when the text under them becomes a copy, or the other way round. */
function useKeptPlace(editor: Editor | null, text: NarrativeSession, part: PartKey): void {
  const kept = useRef<KeptPlace | null>(null);
  const before = useRef(editor);
  before.current = editor;
  useLayoutEffect(
    () => () => {
      const left = before.current;
      kept.current = left && !left.isDestroyed ? keepPlace(left, text.fragment(part), part) : null;
    },
    [text, part],
  );
  useEffect(() => {
    const place = kept.current;
    if (!editor || editor.isDestroyed || place?.part !== part) return;
    kept.current = null;
    returnToPlace(editor, text.fragment(part), place);
  }, [editor, text, part]);
}
