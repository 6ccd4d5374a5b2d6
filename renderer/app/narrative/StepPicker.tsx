import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partState } from '../../../core/narrative/partState';
import { type PartKey, partDefinitions, partKeys } from '../../../core/narrative/parts';
import { stepLine } from '../../features/rail/stepLine';
import { PartGlyph } from '../../ui/PartGlyph';
import classes from './Frame.module.css';

export interface StepPickerProps {
  content: NarrativeContent;
  part: PartKey;
  onPart: (part: PartKey) => void;
}

/** The rail as a button, where the window has no room for a rail. */
export function StepPicker({ content, part, onPart }: StepPickerProps) {
  return (
    <nav aria-label="Steps of this narrative" id="narrative-steps">
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button variant="subtle" rightSection={<IconChevronDown size={15} stroke={1.75} aria-hidden />}>
            {partDefinitions[part].title}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {partKeys.map((key, index) => (
            <Menu.Item
              key={key}
              aria-current={key === part ? 'step' : undefined}
              rightSection={<PartGlyph state={partState(content, key)} />}
              onClick={() => onPart(key)}
            >
              {index + 1} {partDefinitions[key].title}
              <span className={classes.stepLine}>{stepLine(content, key)}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
