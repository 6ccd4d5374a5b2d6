import { NativeSelect } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import type { Imported } from '../../../core/api/shapes';
import { type PartKey, partDefinitions, partKeys } from '../../../core/narrative/parts';
import classes from './ImportReview.module.css';

type Block = Imported['blocks'][number];

interface ImportedRowProps {
  block: Block;
  isMoving: boolean;
  onMove: (to: { part: PartKey; section: string }) => void;
}

/** Every place a paragraph can go to: the sections of parts that have them, and the other parts as a whole. */
const places = partKeys.map((part) => {
  const { title, kind, sections } = partDefinitions[part];
  const own = kind === 'sections' ? sections.map(({ key, title: name }) => ({ section: key, name })) : [];
  return { part, title, choices: own.length > 0 ? own : [{ section: '', name: title }] };
});

const placeValue = ({ part, section }: { part: PartKey; section: string }) => `${part} ${section}`;

/** One paragraph where it lies, with the reason when that is a guess, and a way to put it elsewhere. */
export function ImportedRow({ block, isMoving, onMove }: ImportedRowProps) {
  const isDoubted = block.sure !== 'sure';
  const isListed = places.some(({ part, choices }) =>
    choices.some(({ section }) => part === block.part && section === block.section),
  );
  return (
    <li className={classes.row} data-doubted={isDoubted || undefined}>
      <div>
        <p className={classes.words}>{block.words}</p>
        {isDoubted && (
          <p className={classes.reason}>
            <IconHelpCircle size={16} stroke={1.75} aria-hidden />
            {block.sure === 'unplaced' ? 'Unplaced' : 'A guess'}: {block.reason}
          </p>
        )}
      </div>
      <NativeSelect
        size="xs"
        aria-label={`Place of “${block.words}”`}
        value={placeValue(block)}
        disabled={isMoving}
        onChange={({ currentTarget: { value } }) => {
          const [part = '', section = ''] = value.split(' ');
          onMove({ part: part as PartKey, section });
        }}
      >
        {!isListed && <option value={placeValue(block)}>{partDefinitions[block.part].title}</option>}
        {places.map(({ part, title, choices }) => (
          <optgroup key={part} label={title}>
            {choices.map(({ section, name }) => (
              <option key={section} value={placeValue({ part, section })}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
    </li>
  );
}
