import type { Input } from '../../../core/api/contract';
import type { NarrativeId } from '../../../core/narrative/meta';
import { useOperation } from '../../client/useOperation';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { NarrativeCard } from './NarrativeCard';
import type { NarrativeHref } from './narrativeHref';
import classes from './Shelf.module.css';
import type { NarrativeActions } from './useNarrativeActions';

export type LibraryView = Pick<Input<'library.list'>, 'stage' | 'sort'>;

interface ShelfPageProps {
  view: LibraryView;
  offset: number;
  limit: number;
  /** Lies open above the shelf, so it is not shown twice. */
  hiddenId: NarrativeId | null;
  hrefOf: NarrativeHref;
  actions: NarrativeActions;
  onOpen: (id: NarrativeId) => void;
}

/** One page of cards; each page is read, and read again, on its own. */
export function ShelfPage({ view, offset, limit, hiddenId, ...cardProps }: ShelfPageProps) {
  const page = useOperation('library.list', { ...view, offset, limit }, { keepPrevious: true });
  if (page.error) return <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />;
  const summaries = (page.data?.items ?? []).filter(({ meta }) => meta.id !== hiddenId);
  if (summaries.length === 0) return null;
  return (
    <ul className={classes.cards}>
      {summaries.map((summary) => (
        <NarrativeCard key={summary.meta.id} summary={summary} {...cardProps} />
      ))}
    </ul>
  );
}
