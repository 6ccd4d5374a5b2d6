import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import classes from './Hotspots.module.css';
import type { Hotspots } from './useHotspots';

export interface HotspotListProps {
  screen: ScreenRecord;
  screens: Readonly<Record<string, ScreenRecord>>;
  places: Hotspots;
  selected: string;
  onSelect: (id: string) => void;
}

/** What every place says and where it leads. */
export function HotspotList({ screen, screens, places, selected, onSelect }: HotspotListProps) {
  const targets = Object.values(screens)
    .filter(({ id }) => id !== screen.id)
    .map(({ id, title }) => ({ value: id, label: title || 'Without a name' }));
  if (places.hotspots.length === 0) return <p className={classes.none}>No place leads on yet.</p>;
  return (
    <ol className={classes.list} aria-label="Places">
      {places.hotspots.map(({ id, label, to }, index) => (
        <li key={id} data-selected={id === selected || undefined} onFocus={() => onSelect(id)}>
          <span className={classes.number} aria-hidden>
            {index + 1}
          </span>
          <div>
            <TextInput
              aria-label={`Words of place ${index + 1}`}
              placeholder="What is pressed"
              value={label}
              maxLength={200}
              onChange={({ currentTarget }) => places.change(id, { label: currentTarget.value })}
            />
            <Select
              aria-label={`Place ${index + 1} leads to`}
              placeholder="Leads to"
              data={targets}
              value={to === '' ? null : to}
              allowDeselect
              onChange={(target) => places.change(id, { to: target ?? '' })}
            />
            {to !== '' && !Object.hasOwn(screens, to) && (
              <p className={classes.gone}>The screen it led to is gone. Where should it lead?</p>
            )}
          </div>
          <ActionIcon
            variant="subtle"
            aria-label={`Take place ${index + 1} away`}
            onClick={() => places.remove(id)}
          >
            <IconTrash size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ol>
  );
}
