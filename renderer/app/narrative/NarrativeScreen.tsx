import { Button, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DatelineError } from '../../../core/api/errors';
import type { Guidance } from '../../../core/guidance/guidance';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { PartKey } from '../../../core/narrative/parts';
import { useOperation } from '../../client/useOperation';
import type { OpenSession } from '../../editor/session/openSession';
import { useSession } from '../../editor/session/useSession';
import classes from '../../ui/alone.module.css';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAfterDelay } from '../../ui/useAfterDelay';
import type { NarrativeSheet } from '../routing/route';
import type { Navigate } from '../routing/useRoute';
import { NarrativeFrame } from './NarrativeFrame';

export interface NarrativeScreenProps {
  id: NarrativeId;
  /** Null: open where the writer stopped. */
  part: PartKey | null;
  section: string | undefined;
  /** A sheet about the whole narrative, in place of a part. */
  sheet: NarrativeSheet | null;
  onNavigate: Navigate;
}

/** One open narrative. */
export function NarrativeScreen({ id, part: asked, section, sheet, onNavigate }: NarrativeScreenProps) {
  const opening = useSession(id);
  // The empty places of the sheet show words from the guidance and from the house style, so both are read
  // before the sheet is drawn: nothing on it may change or move once somebody can write there.
  const guidance = useOperation('guidance.read', {});
  const coach = useOperation('coach.read', {});
  const isReading = opening.kind === 'opening' || guidance.isPending || coach.isPending;
  const isLate = useAfterDelay(isReading);
  const session = opening.kind === 'open' ? opening.session : null;

  const [lastPart, setLastPart] = useState(asked);
  if (asked !== null && asked !== lastPart) setLastPart(asked);
  // Around a sheet everything stays as it was beside the part before it.
  const beside = lastPart ?? session?.meta().lastPlace?.part ?? 'brief';
  const part = sheet === null ? asked : beside;

  useEffect(() => {
    if (session && part === null) onNavigate(whereItStopped(session), { replace: true });
  }, [session, part, onNavigate]);

  if (opening.kind === 'failed') {
    return (
      <main className={classes.alone}>
        <h1>This narrative cannot be opened</h1>
        <ErrorNotice error={opening.error} />
        <Button variant="default" mt="md" onClick={() => onNavigate({ screen: 'library' })}>
          Back to the library
        </Button>
      </main>
    );
  }
  if (isReading || part === null) {
    return (
      <main className={classes.alone} aria-busy="true">
        <h1 className="dl-hidden">Opening the narrative</h1>
        {isLate && <Loader role="img" aria-label="Opening the narrative" />}
      </main>
    );
  }
  return (
    <NarrativeFrame
      session={opening.session}
      live={opening.live}
      guidance={guidance.data ?? noGuidance(guidance.error)}
      part={part}
      section={section}
      sheet={sheet}
      onNavigate={onNavigate}
    />
  );
}

/** Writing goes on without guides; what happened is told where they would stand. */
function noGuidance(error: DatelineError | null): Guidance {
  return { parts: [], questions: [], problems: error ? [error.message] : [] };
}

function whereItStopped(session: OpenSession) {
  const { id, lastPlace } = session.meta();
  const place = lastPlace ?? { part: 'brief' as const, section: '' };
  return {
    screen: 'narrative' as const,
    id,
    part: place.part,
    ...(place.section === '' ? {} : { section: place.section }),
  };
}
