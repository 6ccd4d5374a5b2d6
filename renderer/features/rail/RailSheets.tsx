import { Tooltip } from '@mantine/core';
import { IconTable, IconTool, type TablerIcon } from '@tabler/icons-react';
import { memo } from 'react';
import classes from './Rail.module.css';

export interface RailSheetsProps {
  /** The sheet that is open; null for a part. */
  sheet: 'facts' | 'drawer' | null;
  /** Places of the text that do not fit together; null until they were looked for. */
  differing: number | null;
  parked: number;
  isNarrow: boolean;
  hrefOf: (sheet: 'facts' | 'drawer') => string;
}

/** Below the steps: what is about the narrative as a whole. */
export const RailSheets = memo(function RailSheets({
  sheet,
  differing,
  parked,
  isNarrow,
  hrefOf,
}: RailSheetsProps) {
  const entries = [
    {
      key: 'facts' as const,
      title: 'Facts sheet',
      icon: IconTable,
      note: differing ? `${differing} ${differing === 1 ? 'differs' : 'differ'}` : '',
    },
    { key: 'drawer' as const, title: '“How” drawer', icon: IconTool, note: parked > 0 ? String(parked) : '' },
  ];
  return (
    <ul className={classes.sheets} data-narrow={isNarrow || undefined}>
      {entries.map(({ key, ...entry }) => (
        <li key={key}>
          <SheetLink {...entry} href={hrefOf(key)} isOpen={key === sheet} isNarrow={isNarrow} />
        </li>
      ))}
    </ul>
  );
});

interface SheetLinkProps {
  title: string;
  icon: TablerIcon;
  note: string;
  href: string;
  isOpen: boolean;
  isNarrow: boolean;
}

function SheetLink({ title, icon: Icon, note, href, isOpen, isNarrow }: SheetLinkProps) {
  const label = note === '' ? title : `${title}: ${note}`;
  return (
    <Tooltip label={label} position="right" disabled={!isNarrow}>
      <a href={href} aria-current={isOpen ? 'page' : undefined}>
        <Icon className={classes.sheetIcon} size={18} stroke={1.75} aria-hidden />
        <span className={classes.sheetName}>{title}</span> <span className={classes.sheetNote}>{note}</span>
      </a>
    </Tooltip>
  );
}
