import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { type ScreenPlace, screenUses } from '../../../core/screens/screenUses';
import { EmptyState } from '../../ui/EmptyState';
import { type ScreenActions, ScreenCard } from './ScreenCard';
import classes from './Screens.module.css';

interface ScreensSheetProps {
  content: Pick<NarrativeContent, 'parts' | 'screens'>;
  actions: ScreenActions;
  onAdd: () => void;
}

/** Every screen of the product, and where its stories show it. */
export function ScreensSheet({ content, actions, onAdd }: ScreensSheetProps) {
  const { screens } = content;
  const [shown, setShown] = useState<'all' | 'unused'>('all');
  const places = usePlaces(content);
  const ordered = useMemo(() => inReadingOrder(screens, places), [screens, places]);
  const unused = ordered.filter(({ id }) => !places.has(id));
  const add = (
    <Button leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={onAdd}>
      Draw a new screen
    </Button>
  );
  return (
    <div className={classes.sheet}>
      <h1>Screens</h1>
      <p className={classes.lede}>Every screen of the product, and where its stories show it.</p>
      {ordered.length === 0 ? (
        <EmptyState
          line="No screen is drawn yet."
          quiet="Draw the first thing a customer sees. It can stand in a step of a story afterwards."
          action={add}
        />
      ) : (
        <>
          <div className={classes.tools}>
            <SegmentedControl
              size="sm"
              aria-label="Which screens"
              data={[
                { value: 'all', label: `All ${ordered.length}` },
                { value: 'unused', label: `In no story ${unused.length}` },
              ]}
              value={shown}
              onChange={(value) => setShown(value as typeof shown)}
            />
            {add}
          </div>
          <ul className={classes.cards} aria-label="Screens">
            {(shown === 'all' ? ordered : unused).map((screen) => (
              <ScreenCard
                key={screen.id}
                screen={screen}
                places={places.get(screen.id) ?? []}
                follows={nameOf(screens, screen.follows)}
                actions={actions}
              />
            ))}
          </ul>
          {shown === 'unused' && unused.length === 0 && (
            <p className={classes.quiet}>Every screen stands in a story.</p>
          )}
        </>
      )}
    </div>
  );
}

function usePlaces({ parts }: Pick<NarrativeContent, 'parts'>): ReadonlyMap<string, ScreenPlace[]> {
  return useMemo(
    () => new Map(screenUses({ parts }).map(({ screenId, places }) => [screenId, places])),
    [parts],
  );
}

/** As the text shows them, then those that it does not. */
function inReadingOrder(
  screens: Readonly<Record<string, ScreenRecord>>,
  places: ReadonlyMap<string, unknown>,
): ScreenRecord[] {
  const used = [...places.keys()].flatMap((id) => (Object.hasOwn(screens, id) ? [screens[id]] : []));
  const others = Object.values(screens).filter(({ id }) => !places.has(id));
  return [...used, ...others].filter((screen) => screen !== undefined);
}

function nameOf(screens: Readonly<Record<string, ScreenRecord>>, id: string): string {
  return (id !== '' && Object.hasOwn(screens, id) && screens[id]?.title) || '';
}
