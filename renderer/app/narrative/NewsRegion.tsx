import type { NewsItem } from '../../../core/team/readNews';
import type { OpenSession } from '../../editor/session/openSession';
import { NewsMenu } from '../../features/news/NewsMenu';
import { navigate } from '../routing/useRoute';
import { useNews } from './useNews';

interface NewsRegionProps {
  session: OpenSession;
  /** Opens a remark where it stands. */
  onRemark: (id: string) => void;
}

/** News of the team in the top bar; nothing where there is no team. */
export function NewsRegion({ session, onRemark }: NewsRegionProps) {
  const news = useNews(session);
  if (news === null) return null;
  const open = (item: NewsItem) => {
    if (item.kind === 'meeting' || item.kind === 'decision')
      navigate({ screen: 'narrative', id: session.id, part: null, sheet: 'meeting' });
    else onRemark(item.about);
  };
  return <NewsMenu news={news.items} unread={news.unread} onSeen={news.markSeen} onOpen={open} />;
}
