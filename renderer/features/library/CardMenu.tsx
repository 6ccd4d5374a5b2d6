import { ActionIcon, type ActionIconProps, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { type ComponentPropsWithRef, useState } from 'react';
import type { NarrativeSummary } from '../../../core/api/shapes';
import { type NarrativeStage, narrativeStages } from '../../../core/narrative/meta';
import { stageWords } from './stageWords';
import type { NarrativeActions } from './useNarrativeActions';

interface CardMenuProps {
  summary: NarrativeSummary;
  actions: NarrativeActions;
  onOpen: () => void;
}

/**
 * Everything that can be done to a narrative without opening it. The menu itself is made when it is first asked
 * for: a large shelf has thousands of cards.
 */
export function CardMenu(props: CardMenuProps) {
  const [isWanted, setIsWanted] = useState(false);
  const label = `More about “${props.summary.heading}”`;
  if (isWanted) return <OpenedMenu {...props} label={label} />;
  return <DotsButton aria-label={label} aria-haspopup="menu" onClick={() => setIsWanted(true)} />;
}

function DotsButton(props: ActionIconProps & ComponentPropsWithRef<'button'>) {
  return (
    <ActionIcon variant="subtle" size="sm" {...props}>
      <IconDots size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}

function OpenedMenu({ summary, actions, onOpen, label }: CardMenuProps & { label: string }) {
  const { stage } = summary.meta;
  return (
    <Menu defaultOpened>
      <Menu.Target>
        <DotsButton aria-label={label} />
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
