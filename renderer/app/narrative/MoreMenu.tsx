import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type CommandDefinition, type CommandId, commands } from '../../../core/commands/commands';
import { useAvailableCommands, useKeyPlatform, useRunCommand } from '../commands/CommandProvider';
import { keysForPeople, keysOf } from '../commands/keys';

const rare: readonly CommandId[] = [
  'app.team',
  'app.joinTeam',
  'narrative.rename',
  'narrative.nextDraft',
  'narrative.saveCopy',
  'edit.copyRich',
  'narrative.copyRich',
  'narrative.folder',
  'narrative.backups',
  'view.focus',
  'view.theme',
  'help.keys',
];
const common: readonly CommandId[] = [
  'view.palette',
  'edit.find',
  'go.review',
  'narrative.export',
  'narrative.markReady',
];

/** What is needed now and then. Narrow windows keep here what else stands in the top bar. */
export function MoreMenu({ isSmall }: { isSmall: boolean }) {
  const available = useAvailableCommands();
  const run = useRunCommand();
  const platform = useKeyPlatform();
  const shown = (isSmall ? [...common, ...rare] : rare).filter((id) => available.includes(id));
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label="More">
          <IconDots size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map((id) => {
          const { title }: CommandDefinition = commands[id];
          const keys = keysOf(id, platform);
          return (
            <Menu.Item
              key={id}
              rightSection={keys && <kbd>{keysForPeople(keys, platform.mac)}</kbd>}
              onClick={() => run(id)}
            >
              {title}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
