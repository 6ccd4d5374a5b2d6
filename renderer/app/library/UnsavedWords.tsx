import { Button, Group } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { type LeftSession, leftSessions } from '../../editor/session/leftSessions';
import { whyNotSaved } from '../../features/status/SaveState';
import { Banner } from '../../ui/Banner';
import { saveCopy } from '../narrative/saveCopy';

/** Tells of narratives that were left before their last words could be saved, until they are. */
export function UnsavedWords() {
  const failing = useSyncExternalStore(leftSessions.subscribe, leftSessions.failing);
  return failing.map((left) => <UnsavedNarrative key={left.session.id} {...left} />);
}

function UnsavedNarrative({ session, status }: LeftSession) {
  const { name } = session.meta();
  return (
    <Banner tone="stop">
      <p>
        <b>
          The last words of {name === '' ? 'a narrative' : `“${name}”`} are not saved:{' '}
          {whyNotSaved(status.error)}.
        </b>{' '}
        They are safe in this window, and Dateline goes on trying. Leave it open.
      </p>
      <Group gap="sm" mt="sm">
        <Button variant="default" size="xs" onClick={() => void session.flush().catch(() => undefined)}>
          Try again
        </Button>
        <Button variant="default" size="xs" onClick={() => saveCopy(session)}>
          Save a copy elsewhere
        </Button>
      </Group>
    </Banner>
  );
}
