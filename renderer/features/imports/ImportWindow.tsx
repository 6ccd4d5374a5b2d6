import type { NarrativeId } from '../../../core/narrative/meta';
import { useAction } from '../../client/useAction';
import { ProgressCard } from '../../ui/ProgressCard';
import { showToast } from '../../ui/showToast';
import { DropZone } from './DropZone';
import { ImportResults } from './ImportResults';
import { ImportReview } from './ImportReview';
import classes from './Imports.module.css';
import type { ImportResult, Imports } from './useImports';

interface ImportWindowProps {
  imports: Imports;
  onOpen: (id: NarrativeId) => void;
}

/** Everything of importing that is seen: the place to drop, the progress and what came of it. */
export function ImportWindow({ imports, onOpen }: ImportWindowProps) {
  const { state, start, startAsNew, stop, clear } = imports;
  const trash = useAction('narratives.trash');
  const openAndClear = (id: NarrativeId) => {
    clear();
    onOpen(id);
  };
  const discard = (id: NarrativeId) => {
    clear();
    trash.mutate(
      { id },
      { onSuccess: () => showToast({ message: 'Moved to the trash. It stays for 30 days.' }) },
    );
  };
  const reviewed = state.current ? null : onlyReviewed(state.results);
  return (
    <>
      <DropZone onFiles={start} />
      {state.current && (
        <div className={classes.progress}>
          <ProgressCard
            title={state.files > 1 ? `Importing ${state.files} files` : 'Importing'}
            label={`“${state.current.fileName}”`}
            done={state.files > 1 ? state.results.length : state.current.done}
            total={state.files > 1 ? state.files : state.current.total}
            onStop={stop}
          />
        </div>
      )}
      {reviewed && (
        <ImportReview
          key={reviewed.imported.id}
          {...reviewed}
          onOpen={() => openAndClear(reviewed.imported.id)}
          onDiscard={() => discard(reviewed.imported.id)}
          onClose={clear}
        />
      )}
      {!state.current && !reviewed && state.results.length > 0 && (
        <ImportResults
          results={state.results}
          onOpen={openAndClear}
          onDiscard={discard}
          onKeepAsNew={startAsNew}
          onClose={clear}
        />
      )}
    </>
  );
}

/** The one file of a round, when its places were recognised; several files, and our own formats, are only listed. */
function onlyReviewed(results: readonly ImportResult[]) {
  const [only, ...others] = results;
  return only && others.length === 0 && 'imported' in only && only.imported.blocks.length > 0 ? only : null;
}
