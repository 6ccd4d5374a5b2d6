import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { coachMap, readCoachNotes } from '../../../core/coach/coachNotes';
import { CoachSettings } from './CoachSettings';

/** The settings of the coach for the open narrative, which are part of it, and for its library. */
export function NarrativeCoachSettings({ doc, onClose }: { doc: Y.Doc; onClose: () => void }) {
  const [notes, setNotes] = useState(() => readCoachNotes(doc));
  useEffect(() => {
    const map = coachMap(doc);
    const read = () => setNotes(readCoachNotes(doc));
    map.observe(read);
    return () => map.unobserve(read);
  }, [doc]);
  const { style, overrides } = notes;
  return (
    <CoachSettings
      narrative={{
        style,
        overrides,
        onStyle: (chosen) => coachMap(doc).set('style', chosen ?? ''),
        onOverrides: (changed) => coachMap(doc).set('overrides', changed),
      }}
      onClose={onClose}
    />
  );
}
