import { ActionIcon, Menu } from '@mantine/core';
import type { PartState } from '../../core/narrative/partState';
import { type GivenState, givenStates } from '../../core/review/records/signOffs';
import { PartGlyph } from './PartGlyph';

interface StateMenuProps {
  title: string;
  state: PartState;
  isLapsed: boolean;
  className?: string | undefined;
  onMark: (state: GivenState) => void;
}

const acts: Readonly<Record<GivenState, string>> = {
  drafted: 'Still being drafted',
  ready: 'Ready for readers',
  inReview: 'In review',
  reviewed: 'Reviewed',
};

/** The sign of a part's state, which is also where people say how far it is. */
export function StateMenu({ title, state, isLapsed, className, onMark }: StateMenuProps) {
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size="sm"
          className={className ?? ''}
          aria-label={`How far is ${title}?`}
        >
          <PartGlyph state={state} isLapsed={isLapsed} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {givenStates.map((given) => (
          <Menu.Item
            key={given}
            leftSection={<PartGlyph state={given} />}
            disabled={state === given && !isLapsed}
            onClick={() => onMark(given)}
          >
            {acts[given]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
