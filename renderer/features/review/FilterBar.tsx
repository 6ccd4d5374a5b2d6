import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { use } from 'react';
import { type PartKey, partDefinitions, partKeys } from '../../../core/narrative/parts';
import { People } from './People';
import classes from './Review.module.css';
import { narrowedBy, type RemarkFilter } from './remarkFilter';

interface FilterBarProps {
  filter: RemarkFilter;
  onFilter: (filter: RemarkFilter) => void;
  /** The person who sits here; '' where they have no name. */
  me: string;
}

const states = [
  { value: 'open', label: 'Open' },
  { value: 'resolved', label: 'Resolved' },
  { value: 'orphan', label: 'Deleted text' },
  { value: 'all', label: 'All' },
] as const;

const kinds = [
  { value: 'all', label: 'Remarks and changes' },
  { value: 'remarks', label: 'Remarks' },
  { value: 'changes', label: 'Changes' },
] as const;

const parts = [
  { value: '', label: 'All parts' },
  ...partKeys.map((key) => ({ value: key, label: partDefinitions[key].title })),
];

/** Which remarks are looked at; the keys for the next and the previous one stay inside. */
export function FilterBar({ filter, onFilter, me }: FilterBarProps) {
  const people = use(People);
  const set = (change: Partial<RemarkFilter>) => onFilter({ ...filter, ...change });
  const narrowed = narrowedBy(filter);
  return (
    <div className={classes.filter}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="Which remarks"
        data={states.map((entry) => ({ ...entry }))}
        value={filter.state}
        onChange={(value) => set({ state: value as RemarkFilter['state'] })}
      />
      <details className={classes.more} open={narrowed > 0 || undefined}>
        <summary>Narrow down{narrowed > 0 ? ` (${narrowed})` : ''}</summary>
        <NativeSelect
          size="xs"
          label="Said by"
          data={[{ value: '', label: 'Everybody' }, ...people]}
          value={filter.person}
          onChange={({ currentTarget }) => set({ person: currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label="Part"
          data={parts}
          value={filter.part}
          onChange={({ currentTarget }) => set({ part: currentTarget.value as PartKey | '' })}
        />
        <NativeSelect
          size="xs"
          label="Kind"
          data={kinds.map((entry) => ({ ...entry }))}
          value={filter.kind}
          onChange={({ currentTarget }) => set({ kind: currentTarget.value as RemarkFilter['kind'] })}
        />
        <Checkbox
          size="xs"
          label="Mentions me"
          disabled={me === ''}
          description={me === '' ? 'Say who you are in Settings first.' : undefined}
          checked={filter.mentionsMe}
          onChange={({ currentTarget }) => set({ mentionsMe: currentTarget.checked })}
        />
      </details>
    </div>
  );
}
