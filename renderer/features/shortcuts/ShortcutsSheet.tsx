import { Modal } from '@mantine/core';
import { type CommandGroup, commandGroups } from '../../../core/commands/commands';
import classes from './ShortcutsSheet.module.css';

export interface Shortcut {
  title: string;
  group: CommandGroup;
  /** As people read it: "Ctrl Shift F". */
  keys: string;
}

interface ShortcutsSheetProps {
  shortcuts: Shortcut[];
  onClose: () => void;
}

/** Every key there is, by what it is for. */
export function ShortcutsSheet({ shortcuts, onClose }: ShortcutsSheetProps) {
  const groups = commandGroups
    .map((group) => ({ group, rows: shortcuts.filter((shortcut) => shortcut.group === group) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Modal opened onClose={onClose} size="48rem" title="All keys">
      <div className={classes.groups}>
        {groups.map(({ group, rows }) => (
          <section key={group} className={classes.group}>
            <h3 className={classes.title}>{group}</h3>
            <dl>
              {rows.map(({ title, keys }) => (
                <div key={title} className={classes.row}>
                  <dt>{title}</dt>
                  <dd>
                    <kbd>{keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
