import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { NarrativeId } from '../../../core/narrative/meta';
import { useConnection } from '../../client/ConnectionProvider';
import { BriefDraft } from './briefDraft';

const nothingYet = { subscribe: () => () => undefined, state: () => null };

/** A draft of the six answers that lives as long as the component; both are null for a moment at first. */
export function useBriefDraft(id: NarrativeId | null, onCreated: (id: NarrativeId) => void) {
  const connection = useConnection();
  const [draft, setDraft] = useState<BriefDraft | null>(null);
  // The id is the one to begin with: once the first words made a file, the draft knows its own.
  const beginning = useRef({ id, onCreated });
  // Before the page can be seen: a letter that came before there is a draft would be swallowed.
  useLayoutEffect(() => {
    const created = new BriefDraft({ connection, ...beginning.current });
    setDraft(created);
    return () => created.close();
  }, [connection]);
  const source = draft ?? nothingYet;
  const state = useSyncExternalStore(source.subscribe, source.state);
  return { draft, state };
}
