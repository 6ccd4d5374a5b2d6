import { useMemo, useState } from 'react';
import { type NewsItem, readNews } from '../../../core/team/readNews';
import { useOperation } from '../../client/useOperation';
import { mayWrite } from '../../editor/live/access';
import type { OpenSession } from '../../editor/session/openSession';
import { useSessionValue } from '../../editor/session/useSession';

/** What somebody in a team should know of, and how much of it is new to them in this browser. */
export interface News {
  items: readonly NewsItem[];
  unread: number;
  markSeen: () => void;
}

/** Null in a library of one's own, where everything is said by oneself. */
export function useNews(session: OpenSession): News | null {
  const { data: team } = useOperation('team.read', {});
  const records = useSessionValue(session, (open) => open.review());
  const isAuthor = useSessionValue(session, (open) => mayWrite(open.access()));
  const name = team?.me.name ?? null;
  const items = useMemo(
    () => (name === null ? [] : readNews(records, { name, isAuthor })),
    [records, name, isAuthor],
  );
  const key = `dateline-news ${team?.me.id ?? ''} ${session.id}`;
  const [seen, setSeen] = useState<Record<string, string>>({});
  if (name === null) return null;
  const seenAt = seen[key] ?? readSeen(key);
  return {
    items,
    unread: items.filter(({ at }) => at > seenAt).length,
    markSeen() {
      const newest = items[0]?.at ?? seenAt;
      setSeen({ ...seen, [key]: newest });
      keepSeen(key, newest);
    },
  };
}

/** A browser that keeps nothing shows old news as new, which costs a look. */
function readSeen(key: string): string {
  try {
    return window.localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function keepSeen(key: string, at: string): void {
  try {
    window.localStorage.setItem(key, at);
  } catch {
    // As above.
  }
}
