import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partState } from '../../../core/narrative/partState';
import { type PartKey, partDefinitions, partKeys } from '../../../core/narrative/parts';
import type { PartReviews } from '../../../core/review/signOff/readPartReviews';
import { type SheetCounts, sheetEntries } from '../../features/rail/sheetEntries';
import { isLapseTold, stepLine } from '../../features/rail/stepLine';
import { PartGlyph } from '../../ui/PartGlyph';
import type { NarrativeSheet } from '../routing/route';
import classes from './Frame.module.css';
import { sheetTitles } from './sheetTitles';

export interface StepPickerProps {
  content: NarrativeContent;
  reviews: PartReviews;
  part: PartKey;
  /** The sheet that lies on the desk; null for the part. */
  sheet: NarrativeSheet | null;
  counts: SheetCounts;
  onPart: (part: PartKey) => void;
  onSheet: (sheet: NarrativeSheet) => void;
}

/** The rail as a button, where the window has no room for a rail. */
export function StepPicker(props: StepPickerProps) {
  const { content, reviews, part, sheet, counts, onPart, onSheet } = props;
  return (
    <nav aria-label="Steps of this narrative" id="narrative-steps">
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button variant="subtle" rightSection={<IconChevronDown size={15} stroke={1.75} aria-hidden />}>
            {sheet ? sheetTitles[sheet] : partDefinitions[part].title}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {partKeys.map((key, index) => (
            <Menu.Item
              key={key}
              aria-current={key === part && sheet === null ? 'step' : undefined}
              rightSection={
                <PartGlyph state={partState(content, key)} isLapsed={isLapseTold(reviews[key])} />
              }
              onClick={() => onPart(key)}
            >
              {index + 1} {partDefinitions[key].title}
              <span className={classes.stepLine}>{stepLine(content, key, { review: reviews[key] })}</span>
            </Menu.Item>
          ))}
          <Menu.Divider />
          {sheetEntries(counts).map(({ key, title, icon: Icon, note }) => (
            <Menu.Item
              key={key}
              aria-current={key === sheet ? 'page' : undefined}
              leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
              onClick={() => onSheet(key)}
            >
              {title}
              {note !== '' && <span className={classes.stepLine}>{note}</span>}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
