import type { Library } from '../../../core/api/shapes';
import { narrativeStages } from '../../../core/narrative/meta';
import classes from './Shelf.module.css';
import type { LibraryView } from './ShelfPage';
import { stageWords } from './stageWords';

interface StageFilterProps {
  stage: LibraryView['stage'];
  counts: Library['counts'];
  onChange: (stage: LibraryView['stage']) => void;
}

const filters = [
  { stage: 'all' as const, label: 'All' },
  ...narrativeStages.map((stage) => ({ stage, label: stageWords[stage] })),
];

/** Which stage of narratives the shelf shows, each with its number. */
export function StageFilter({ stage, counts, onChange }: StageFilterProps) {
  return (
    <fieldset className={classes.segments} aria-label="Show">
      {filters.map((filter) => (
        <button
          key={filter.stage}
          type="button"
          aria-pressed={filter.stage === stage}
          onClick={() => onChange(filter.stage)}
        >
          {filter.label} {counts[filter.stage].toLocaleString('en-GB')}
        </button>
      ))}
    </fieldset>
  );
}
