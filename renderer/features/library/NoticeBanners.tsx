import type { Notice } from '../../../core/api/shapes';
import { useAction } from '../../client/useAction';
import { Banner, type BannerTone } from '../../ui/Banner';
import classes from './NoticeBanners.module.css';
import type { NarrativeHref } from './narrativeHref';

const tones: Readonly<Record<Notice['kind'], BannerTone>> = {
  recovered: 'info',
  'restored-backup': 'gold',
  'changed-outside': 'gold',
  'index-rebuilt': 'info',
  'left-alone': 'gold',
  templates: 'gold',
  gone: 'gold',
  'read-only': 'info',
};

/** What happened to files while nobody looked, until it is put away. */
export function NoticeBanners({ notices, hrefOf }: { notices: Notice[]; hrefOf: NarrativeHref }) {
  const dismiss = useAction('library.dismissNotices');
  if (notices.length === 0) return null;
  return (
    <div className={classes.banners}>
      {notices.map((notice) => (
        <Banner
          key={`${notice.kind} ${notice.message} ${notice.narrativeId ?? ''} ${notice.copyId ?? ''}`}
          tone={tones[notice.kind]}
          onDismiss={() => dismiss.mutate({ notice })}
        >
          {notice.message} {notice.narrativeId && <a href={hrefOf(notice.narrativeId)}>Open it</a>}
          {notice.copyId && (
            <>
              {' '}
              <a href={hrefOf(notice.copyId)}>Open the copy that was kept</a>
            </>
          )}
        </Banner>
      ))}
    </div>
  );
}
