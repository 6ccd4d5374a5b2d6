import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Library } from '../../../core/api/shapes';
import type { NarrativeId } from '../../../core/narrative/meta';
import { EmptyState } from '../../ui/EmptyState';
import type { NarrativeHref } from './narrativeHref';
import classes from './Shelf.module.css';
import { type LibraryView, ShelfPage } from './ShelfPage';
import { StageFilter } from './StageFilter';
import type { NarrativeActions } from './useNarrativeActions';

const sortWords = [
  { value: 'edited', label: 'Last edited' },
  { value: 'created', label: 'Newest' },
  { value: 'launch', label: 'Launch date' },
  { value: 'heading', label: 'Name' },
] as const;

/** Narratives shown at first and with each "Show more". Small at first, so that the desk is there at once. */
const firstPage = 60;
const nextPage = 120;

interface ShelfProps {
  view: LibraryView;
  onView: (view: LibraryView) => void;
  library: Library;
  hrefOf: NarrativeHref;
  actions: NarrativeActions;
  onOpen: (id: NarrativeId) => void;
}

/** All the other narratives, filtered and sorted. */
export function Shelf(props: ShelfProps) {
  const { view, onView, library } = props;
  const [pages, setPages] = useState(1);
  const changeView = (change: Partial<LibraryView>) => {
    setPages(1);
    onView({ ...view, ...change });
  };
  const shown = firstPage + (pages - 1) * nextPage;
  const left = library.total - shown;
  const others = countOthers(library);
  return (
    <section aria-labelledby="shelf-title">
      <div className={classes.bar}>
        <h2 id="shelf-title" className={classes.title}>
          Also on the desk
        </h2>
        <StageFilter stage={view.stage} counts={others} onChange={(stage) => changeView({ stage })} />
        <span className={classes.spring} />
        <div className={classes.sort}>
          <label htmlFor="shelf-sort">Sort by</label>
          <NativeSelect
            id="shelf-sort"
            classNames={{ input: classes.select }}
            value={view.sort}
            data={[...sortWords]}
            onChange={({ currentTarget }) => changeView({ sort: sortOf(currentTarget.value) })}
          />
        </div>
      </div>
      {others[view.stage] === 0 && (
        <EmptyState line="Nothing here." quiet="Narratives move here as they go on." />
      )}
      {Array.from({ length: pages }, (_, page) => (
        <ShelfPage
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
          key={page}
          view={view}
          hrefOf={props.hrefOf}
          actions={props.actions}
          onOpen={props.onOpen}
          offset={page === 0 ? 0 : firstPage + (page - 1) * nextPage}
          limit={page === 0 ? firstPage : nextPage}
          hiddenId={library.latest?.meta.id ?? null}
        />
      ))}
      {left > 0 && (
        <div className={classes.more}>
          <Button variant="default" onClick={() => setPages(pages + 1)}>
            Show more ({left.toLocaleString('en-GB')} left)
          </Button>
        </div>
      )}
    </section>
  );
}

const sortOf = (value: string) => sortWords.find((sort) => sort.value === value)?.value ?? 'edited';

/** Counts without the narrative that lies open above the shelf. */
function countOthers({ counts, latest }: Library): Library['counts'] {
  if (!latest) return counts;
  const { stage } = latest.meta;
  return { ...counts, all: counts.all - 1, [stage]: counts[stage] - 1 };
}
