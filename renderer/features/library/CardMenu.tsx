import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import type { NarrativeSummary } from '../../../core/api/shapes';
import { type NarrativeStage, narrativeStages } from '../../../core/narrative/meta';
import { stageWords } from './stageWords';
import type { NarrativeActions } from './useNarrativeActions';

interface CardMenuProps {
  summary: NarrativeSummary;
  actions: NarrativeActions;
  onOpen: () => void;
}

/** Everything that can be done to a narrative without opening it. */
export function CardMenu({ summary, actions, onOpen }: CardMenuProps) {
  const { stage } = summary.meta;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" size="sm" aria-label={`More about “${summary.heading}”`}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onOpen}>
          Open
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => actions.duplicate(summary)}>
          Duplicate
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Where it stands</Menu.Label>
        <Menu.RadioGroup value={stage} onChange={(value) => actions.setStage(summary, stageOf(value))}>
          {narrativeStages.map((each) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick>
              {stageWords[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => actions.moveToTrash(summary)}>
          Move to the trash
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const stageOf = (value: string): NarrativeStage =>
  narrativeStages.find((stage) => stage === value) ?? 'drafting';
