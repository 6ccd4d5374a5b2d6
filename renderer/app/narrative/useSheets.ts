import { useDeferredValue, useMemo } from 'react';
import { defaultSettings } from '../../../core/api/shapes';
import { countThread } from '../../../core/thread/mapRows';
import { readThread } from '../../../core/thread/readThread';
import { useOperation } from '../../client/useOperation';
import { countDiffering } from '../../features/facts/Contradictions';
import { useNarrativeReading } from '../../features/facts/useNarrativeReading';
import type { SheetCounts } from '../../features/rail/sheetEntries';
import { useCommand } from '../commands/CommandProvider';
import type { NarrativeSheet } from '../routing/route';
import type { Navigate } from '../routing/useRoute';
import type { OpenPart } from './openPart';
import { useDrawer } from './useDrawer';
import { useMeetings } from './useMeetings';
import { usePartReviews } from './usePartReviews';
import { useSinceRead } from './useSinceRead';
import { useVisit } from './useVisit';

/** What the facts sheet and the drawer need, whichever part or sheet is open. */
export function useSheets(open: OpenPart, onNavigate: Navigate) {
  const openSheet = (sheet: NarrativeSheet) =>
    onNavigate({ screen: 'narrative', id: open.session.id, part: null, sheet });
  useCommand('go.facts', () => openSheet('facts'));
  useCommand('go.drawer', () => openSheet('drawer'));
  useCommand('go.thread', () => openSheet('thread'));
  useCommand('go.screens', () => openSheet('screens'));
  useCommand('go.review', () => openSheet('review'));
  useCommand('go.versions', () => openSheet('versions'));
  useCommand('go.shared', () => openSheet('shared'));
  useCommand('go.customers', () => openSheet('customers'));
  const { author } = useOperation('settings.read', {}).data ?? defaultSettings;
  const sinceRead = useSinceRead(open.session);
  const reading = useNarrativeReading(open.content);
  const visit = useVisit(open);
  const drawer = useDrawer({ ...open, visit, author, onOpen: () => openSheet('drawer') });
  const calm = useDeferredValue(open.content);
  const thread = useMemo(() => readThread(calm), [calm]);
  const reviews = usePartReviews(open.session, calm);
  const counts: SheetCounts = {
    loose: countThread(thread).loose,
    differing: reading && countDiffering(reading),
    parked: Object.keys(open.content.drawer).length,
    screens: Object.keys(open.content.screens).length,
  };
  const isMeeting = useMeetings(open.session).current !== null;
  return { isMeeting, reading, thread, reviews, author, visit, drawer, counts, sinceRead, openSheet };
}
