import type { ThreadCounts } from '../../../../core/thread/mapRows';
import type { ThreadRow } from '../../../../core/thread/readThread';

/** How many promises there are and how many of them lead somewhere, in a sentence or two. */
export function promisesLine({ promises, loosePromises }: ThreadCounts): string {
  const kept = promises - loosePromises;
  const all = `${counted(promises, 'promise', 'promises')} in the release.`;
  if (loosePromises === 0)
    return `${all} ${promises === 1 ? 'It leads' : 'All lead'} to something a customer can do.`;
  return `${all} ${kept} ${kept === 1 ? 'leads' : 'lead'} to something a customer can do, ${loosePromises} to nothing yet.`;
}

/** "31 links, none broken". */
export function linksLine({ links, broken }: ThreadCounts): string {
  return `${counted(links, 'link', 'links')}, ${broken === 0 ? 'none' : broken} broken.`;
}

/** What an orphaned promise has nothing of. */
export function missingWords({ chain }: ThreadRow): string {
  const rest = chain.faq.length + chain.metric.length + chain.evidence.length;
  return rest === 0 ? 'Nothing is linked to it.' : 'No step, screen or how-to.';
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
