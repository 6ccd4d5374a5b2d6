import { useMemo, useState } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { createVersionReader } from '../../../core/review/signOff/partVersion';
import { type PartReviews, readPartReviews } from '../../../core/review/signOff/readPartReviews';
import type { OpenSession } from '../../editor/session/openSession';
import { useSessionValue } from '../../editor/session/useSession';

/** Where every part stands: its state, who signed it, and what its text has outlived. */
export function usePartReviews(session: OpenSession, content: NarrativeContent): PartReviews {
  const records = useSessionValue(session, (open) => open.review());
  const [readVersion] = useState(createVersionReader);
  return useMemo(() => readPartReviews(records, content, readVersion), [records, content, readVersion]);
}
