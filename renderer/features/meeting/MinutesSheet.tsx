import { Button, Menu, NativeSelect } from '@mantine/core';
import { IconChevronDown, IconFileExport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ExportFormat } from '../../../core/api/shapes';
import type { RichDoc } from '../../../core/narrative/richText';
import type { Meeting } from '../../../core/review/meeting/readMeetings';
import { longDay } from '../../ui/dates';
import { Sheet } from '../../ui/Sheet';
import classes from './Meeting.module.css';
import { MinutesText } from './MinutesText';

/** Forms that minutes can be handed on in. */
const forms = [
  { format: 'pdf', label: 'PDF' },
  { format: 'docx', label: 'Word document' },
  { format: 'md', label: 'Markdown' },
  { format: 'html', label: 'Web page' },
  { format: 'txt', label: 'Plain text' },
] as const satisfies readonly { format: ExportFormat; label: string }[];

interface MinutesSheetProps {
  /** Meetings that were closed, the newest first. */
  meetings: readonly Meeting[];
  shown: Meeting;
  doc: RichDoc;
  onShow: (id: string) => void;
  onStart: () => void;
  onExport: (format: ExportFormat) => void;
  /** What became of the last export. */
  news: ReactNode;
}

/** What became of a meeting, to read and to hand on. */
export function MinutesSheet({ meetings, shown, doc, onShow, onStart, onExport, news }: MinutesSheetProps) {
  return (
    <Sheet title="Minutes" lede="Everything that was said in the meeting, each remark once." wide>
      <div className={classes.tools}>
        {meetings.length > 1 && (
          <NativeSelect
            aria-label="Meeting"
            value={shown.id}
            data={meetings.map(({ id, opened }) => ({
              value: id,
              label: `${longDay(opened.at.slice(0, 10))}, draft ${opened.draft}`,
            }))}
            onChange={({ currentTarget }) => onShow(currentTarget.value)}
          />
        )}
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconFileExport size={18} stroke={1.75} aria-hidden />}
              rightSection={<IconChevronDown size={15} stroke={1.75} aria-hidden />}
            >
              Export these minutes
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {forms.map(({ format, label }) => (
              <Menu.Item key={format} onClick={() => onExport(format)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button variant="subtle" onClick={onStart}>
          Hold another meeting
        </Button>
      </div>
      {news}
      <MinutesText doc={doc} />
    </Sheet>
  );
}
