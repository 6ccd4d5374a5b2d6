import { useMemo, useState } from 'react';
import { z } from 'zod';
import { type NewsItem, readNews } from '../../../core/team/readNews';
import { useOperation } from '../../client/useOperation';
import { mayWrite } from '../../editor/live/access';
import type { OpenSession } from '../../editor/session/openSession';
import { useSessionValue } from '../../editor/session/useSession';

/** What somebody in a team should know of, and how much of it is new to them in this browser. */
export interface News {
  items: readonly NewsItem[];
  /** Ids of those not looked at yet. */
  unread: ReadonlySet<string>;
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
  const [seen, setSeen] = useState<Record<string, readonly string[]>>({});
  if (name === null) return null;
  const known = new Set(seen[key] ?? readSeen(key));
  return {
    items,
    // By name, not by moment: what a meeting kept back arrives late, with the time at which it was said.
    unread: new Set(items.map(({ id }) => id).filter((id) => !known.has(id))),
    markSeen() {
      const ids = items.map(({ id }) => id);
      setSeen({ ...seen, [key]: ids });
      keepSeen(key, ids);
    },
  };
}

/** A browser that keeps nothing shows old news as new, which costs a look. */
function readSeen(key: string): readonly string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(window.localStorage.getItem(key) ?? '[]'));
  } catch {
    return [];
  }
}

function keepSeen(key: string, ids: readonly string[]): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(ids));
  } catch {
    // As above.
  }
}
