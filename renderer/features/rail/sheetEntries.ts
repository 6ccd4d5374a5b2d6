import {
  IconDeviceDesktop,
  IconNeedleThread,
  IconTable,
  IconTool,
  type TablerIcon,
} from '@tabler/icons-react';

/** What is about the narrative as a whole, in short. */
export interface SheetCounts {
  /** Promises that nobody can do yet, and what nobody was promised. */
  loose: number;
  /** Places of the text that do not fit together; null until they were looked for. */
  differing: number | null;
  /** Thoughts in the drawer. */
  parked: number;
  /** Screens of the product, drawn or only named. */
  screens: number;
}

export interface SheetEntry {
  key: 'thread' | 'screens' | 'facts' | 'drawer';
  title: string;
  icon: TablerIcon;
  /** What there is to see in it; '' for nothing. */
  note: string;
}

/** The sheets about the narrative as a whole, as the rail and the step button name them. */
export function sheetEntries({ loose, differing, parked, screens }: SheetCounts): SheetEntry[] {
  const facts = differing ? `${differing} ${differing === 1 ? 'differs' : 'differ'}` : '';
  return [
    {
      key: 'thread',
      title: 'Golden thread',
      icon: IconNeedleThread,
      note: loose > 0 ? `${loose} loose` : '',
    },
    { key: 'screens', title: 'Screens', icon: IconDeviceDesktop, note: screens > 0 ? String(screens) : '' },
    { key: 'facts', title: 'Facts sheet', icon: IconTable, note: facts },
    { key: 'drawer', title: '“How” drawer', icon: IconTool, note: parked > 0 ? String(parked) : '' },
  ];
}
