import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react';
import type { StoryStep } from '../../../core/screens/readStory';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { beats, type StoryFrame } from '../../../core/screens/storyboard';
import classes from './Arrange.module.css';
import { beatNames, beatQuestions } from './beatWords';
import { FrameThumb } from './FrameThumb';
import { pictureOf } from './framePicture';

export interface FrameRowProps {
  frame: StoryFrame;
  number: number;
  count: number;
  steps: readonly StoryStep[];
  screens: Readonly<Record<string, ScreenRecord>>;
  onChange: (patch: Partial<StoryFrame>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

const beatChoices = beats.map((beat) => ({ value: beat, label: beatNames[beat] }));

/** One frame while it is arranged. */
export function FrameRow(props: FrameRowProps) {
  const { frame, number, steps, screens, onChange } = props;
  const step = frame.step === '' ? undefined : steps.find(({ id }) => id === frame.step);
  const shown = { screen: frame.screen, image: step?.image ?? null, snippets: step?.snippets ?? [] };
  const name = `frame ${number}`;
  return (
    <li className={classes.row}>
      <span className={classes.thumb} aria-hidden>
        <FrameThumb picture={pictureOf(shown, screens)} beat={frame.beat} />
      </span>
      <div className={classes.fields}>
        <TextInput
          className={classes.caption ?? ''}
          aria-label={`Caption of ${name}`}
          placeholder={beatQuestions[frame.beat]}
          value={frame.caption}
          maxLength={200}
          onChange={({ currentTarget }) => onChange({ caption: currentTarget.value })}
        />
        <Select
          aria-label={`What ${name} tells`}
          data={beatChoices}
          value={frame.beat}
          allowDeselect={false}
          onChange={(beat) => beat && onChange({ beat })}
        />
        <Select
          aria-label={`Step of ${name}`}
          placeholder="Between the steps"
          data={steps.map(({ id, title }, index) => ({ value: id, label: `${index + 1}. ${title}` }))}
          value={step?.id ?? null}
          onChange={(id) => onChange({ step: id ?? '' })}
        />
        <Select
          aria-label={`Screen of ${name}`}
          placeholder="No screen"
          data={Object.values(screens).map(({ id, title }) => ({
            value: id,
            label: title || 'Without a name',
          }))}
          value={Object.hasOwn(screens, frame.screen) ? frame.screen : null}
          onChange={(id) => onChange({ screen: id ?? '' })}
        />
      </div>
      <RowActs {...props} name={name} />
    </li>
  );
}

function RowActs({ number, count, name, onMove, onRemove }: FrameRowProps & { name: string }) {
  const icon = { size: 18, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <div className={classes.acts}>
      <ActionIcon
        variant="subtle"
        aria-label={`Move ${name} forward`}
        aria-disabled={number === 1 || undefined}
        onClick={() => onMove(-1)}
      >
        <IconChevronUp {...icon} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={`Move ${name} back`}
        aria-disabled={number === count || undefined}
        onClick={() => onMove(1)}
      >
        <IconChevronDown {...icon} />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={`Take ${name} away`} onClick={onRemove}>
        <IconTrash {...icon} />
      </ActionIcon>
    </div>
  );
}
