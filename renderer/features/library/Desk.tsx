import type { Library } from '../../../core/api/shapes';
import type { NarrativeId } from '../../../core/narrative/meta';
import { ErrorNotice } from '../../ui/ErrorNotice';
import type { NarrativeHref } from './narrativeHref';
import { ResumeSheet } from './ResumeSheet';
import { Shelf } from './Shelf';
import type { LibraryView } from './ShelfPage';
import { useNarrativeActions } from './useNarrativeActions';

interface DeskProps {
  view: LibraryView;
  onView: (view: LibraryView) => void;
  library: Library;
  hrefOf: NarrativeHref;
  onOpen: (id: NarrativeId) => void;
}

/** The sheet worked on last, open, and all the others beside it. */
export function Desk(props: DeskProps) {
  const { library, hrefOf, onOpen } = props;
  const { error, actions } = useNarrativeActions(onOpen);
  return (
    <>
      {error && <ErrorNotice error={error} />}
      {library.latest && (
        <ResumeSheet summary={library.latest} hrefOf={hrefOf} actions={actions} onOpen={onOpen} />
      )}
      {library.counts.all > 1 && <Shelf {...props} actions={actions} />}
    </>
  );
}
