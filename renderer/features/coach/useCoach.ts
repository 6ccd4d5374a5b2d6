import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useState } from 'react';
import type { CoachSetup } from '../../../core/coach/coachSetup';
import type { PartKey } from '../../../core/narrative/parts';
import { useOperation } from '../../client/useOperation';
import type { LiveContent } from '../../editor/session/liveContent';
import type { OpenSession } from '../../editor/session/openSession';
import { useBetweenKeys } from '../../ui/useBetweenKeys';
import { CoachStore, type CoachView } from './coachStore';

/** The coach of the open narrative, with what a person may do about its questions. */
export interface OpenCoach {
  view: CoachView;
  setup: CoachSetup | undefined;
  store: CoachStore | null;
}

const idle: CoachView = { isReady: false, open: [], setAside: [], problems: [], openId: null };

interface CoachSources {
  session: OpenSession;
  live: LiveContent;
  editor: Editor | null;
  part: PartKey;
}

/** Starts the coach for as long as a narrative is open, and lets it follow the sheet that is written on. */
export function useCoach({ session, live, editor, part }: CoachSources): OpenCoach {
  const setup = useOperation('coach.read', {}).data;
  const [store, setStore] = useState<CoachStore | null>(null);
  useEffect(() => {
    const created = new CoachStore({ doc: session.doc, live });
    setStore(created);
    return () => created.close();
  }, [session, live]);
  useEffect(() => {
    if (setup) store?.settle(setup);
  }, [store, setup]);
  useEffect(() => (editor ? store?.follow(editor, part) : undefined), [store, editor, part]);
  const view = useBetweenKeys(store?.subscribe ?? never, store?.view ?? readIdle);
  return useMemo(() => ({ view, setup, store }), [view, setup, store]);
}

const readIdle = () => idle;
const never = () => () => undefined;
