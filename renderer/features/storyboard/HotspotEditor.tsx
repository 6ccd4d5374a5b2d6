import { Button, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Hotspot, hotspotLimit, type ScreenRecord } from '../../../core/screens/screenRecord';
import { HotspotList } from './HotspotList';
import { HotspotSheet } from './HotspotSheet';
import classes from './Hotspots.module.css';
import { useHotspots } from './useHotspots';

export interface HotspotEditorProps {
  screen: ScreenRecord;
  /** All screens of the narrative, to lead to. */
  screens: Readonly<Record<string, ScreenRecord>>;
  /** Called once, as the editor closes, when anything was changed. */
  onKeep: (hotspots: Hotspot[]) => void;
  onClose: () => void;
}

/** Places on a screen that lead to other screens: drawn with the pointer, or added, moved and sized by keys. */
export function HotspotEditor({ screen, screens, onKeep, onClose }: HotspotEditorProps) {
  const places = useHotspots(screen.hotspots);
  const [selected, setSelected] = useState('');
  const close = () => {
    if (places.isChanged) onKeep(places.hotspots);
    onClose();
  };
  const add = (box?: Parameters<typeof places.add>[0]) => setSelected(places.add(box));
  return (
    <Modal opened onClose={close} size={1080} title={`Places to press on “${screen.title || 'this screen'}”`}>
      <p className={classes.lede} id="place-keys">
        Each leads to another screen when the story is played. Draw a place on the picture, or add one. Arrow
        keys move it, Shift with arrow keys changes its size, Delete takes it away.
      </p>
      <div className={classes.desk}>
        <HotspotSheet
          screen={screen}
          places={places}
          selected={selected}
          onSelect={setSelected}
          onAdd={add}
        />
        <div className={classes.side}>
          <HotspotList
            screen={screen}
            screens={screens}
            places={places}
            selected={selected}
            onSelect={setSelected}
          />
          <Button
            variant="default"
            leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
            disabled={places.hotspots.length >= hotspotLimit}
            onClick={() => add()}
          >
            Add a place
          </Button>
        </div>
      </div>
      <footer className={classes.foot}>
        <Button onClick={close}>Done</Button>
      </footer>
    </Modal>
  );
}
