import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconCopyPlus,
  IconDots,
  IconHandClick,
  IconHistory,
  IconMessage,
  IconTrash,
} from '@tabler/icons-react';
import { partDefinitions } from '../../../core/narrative/parts';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import type { ScreenPlace } from '../../../core/screens/screenUses';
import { versionWords } from '../../editor/screen/versionWords';
import classes from './Screens.module.css';
import { ScreenThumb } from './ScreenThumb';

/** What can be done with a screen of the shelf. */
export interface ScreenActions {
  onDraw: (id: string) => void;
  onDescribe: (id: string) => void;
  onHotspots: (id: string) => void;
  onVersions: (id: string) => void;
  onNextState: (id: string) => void;
  onDelete: (id: string) => void;
  onShow: (id: string, place: ScreenPlace) => void;
}

interface ScreenCardProps {
  screen: ScreenRecord;
  places: readonly ScreenPlace[];
  /** Name of the screen that it is the next state of; '' for none. */
  follows: string;
  actions: ScreenActions;
}

/** One screen: its picture, where it stands, and what can be done with it. */
export function ScreenCard({ screen, places, follows, actions }: ScreenCardProps) {
  const { id, title, alt, picture } = screen;
  const name = title || 'Without a name';
  const draw = picture ? 'Draw' : 'Draw it';
  return (
    <li className={classes.card}>
      <ScreenThumb picture={picture} alt={alt} />
      <h2>{name}</h2>
      {follows !== '' && <p className={classes.quiet}>What is seen after “{follows}”</p>}
      <Places places={places} onShow={(place) => actions.onShow(id, place)} />
      {picture && alt.trim() === '' && (
        <button type="button" className={classes.undescribed} onClick={() => actions.onDescribe(id)}>
          Describe it for those who cannot see it
        </button>
      )}
      <div className={classes.acts}>
        <Button
          size="xs"
          variant="default"
          aria-label={`${draw}: ${name}`}
          onClick={() => actions.onDraw(id)}
        >
          {draw}
        </Button>
        <CardMenu screen={screen} name={name} actions={actions} />
      </div>
    </li>
  );
}

function Places({
  places,
  onShow,
}: {
  places: readonly ScreenPlace[];
  onShow: (place: ScreenPlace) => void;
}) {
  if (places.length === 0) return <p className={classes.unused}>In no story yet</p>;
  return (
    <ul className={classes.places} aria-label="Where it stands">
      {places.map((place, index) => {
        const words = `${partDefinitions[place.part].title}${place.title === '' ? '' : `: ${place.title}`}`;
        return (
          // The same step may show it twice.
          // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity of their own
          <li key={index}>
            <button type="button" onClick={() => onShow(place)}>
              {words}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function CardMenu({ screen, name, actions }: Pick<ScreenCardProps, 'screen' | 'actions'> & { name: string }) {
  const { id, picture, versions } = screen;
  const icon = { size: 18, stroke: 1.75 };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={`More for ${name}`}>
          <IconDots {...icon} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconMessage {...icon} />} onClick={() => actions.onDescribe(id)}>
          Name and describe
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHandClick {...icon} />}
          disabled={!picture}
          onClick={() => actions.onHotspots(id)}
        >
          Places to press
        </Menu.Item>
        <Menu.Item leftSection={<IconCopyPlus {...icon} />} onClick={() => actions.onNextState(id)}>
          Duplicate as next state
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHistory {...icon} />}
          disabled={versions.length === 0}
          onClick={() => actions.onVersions(id)}
        >
          {versionWords(versions.length)}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => actions.onDelete(id)}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
