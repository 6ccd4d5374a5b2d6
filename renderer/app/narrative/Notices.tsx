import { Anchor } from '@mantine/core';
import type { DatelineError } from '../../../core/api/errors';
import type { Notice } from '../../../core/api/shapes';
import type { NarrativeId } from '../../../core/narrative/meta';
import { Banner, type BannerTone } from '../../ui/Banner';
import { routeHash } from '../routing/route';
import classes from './Frame.module.css';

const tones: Partial<Record<Notice['kind'], BannerTone>> = {
  recovered: 'info',
  'restored-backup': 'info',
  'index-rebuilt': 'info',
  gone: 'stop',
  'read-only': 'info',
};

/** What happened to this narrative's file, under the top bar, until it is put away. */
export function Notices(props: { notices: readonly Notice[]; onDismiss: (notice: Notice) => void }) {
  const { notices, onDismiss } = props;
  if (notices.length === 0) return null;
  return (
    <div className={classes.notices}>
      {notices.map((notice) => (
        <Banner
          key={`${notice.kind} ${notice.message} ${notice.copyId ?? ''}`}
          tone={tones[notice.kind] ?? 'gold'}
          onDismiss={() => onDismiss(notice)}
        >
          {notice.message} {notice.copyId && <CopyLink kind={notice.kind} copyId={notice.copyId} />}
        </Banner>
      ))}
    </div>
  );
}

/** Why something that was asked for could not be done, in the place of notices. */
export function Problem({ error, onDismiss }: { error: DatelineError; onDismiss: () => void }) {
  return (
    <div className={classes.notices}>
      <Banner tone="stop" onDismiss={onDismiss}>
        <b>{error.message}</b> {error.next}
      </Banner>
    </div>
  );
}

function CopyLink({ kind, copyId }: { kind: Notice['kind']; copyId: NarrativeId }) {
  return (
    <Anchor href={routeHash({ screen: 'narrative', id: copyId, part: null })} inherit underline="always">
      {kind === 'changed-outside' ? 'Compare them' : 'Open the copy'}
    </Anchor>
  );
}
