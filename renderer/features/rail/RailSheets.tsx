import { Tooltip } from '@mantine/core';
import { memo } from 'react';
import classes from './Rail.module.css';
import { type SheetCounts, type SheetEntry, sheetEntries } from './sheetEntries';

export interface RailSheetsProps extends SheetCounts {
  /** The sheet that is open, which need not be one of these; null for a part. */
  sheet: string | null;
  isNarrow: boolean;
  hrefOf: (sheet: SheetEntry['key']) => string;
}

/** Below the steps: what is about the narrative as a whole. */
export const RailSheets = memo(function RailSheets({
  sheet,
  loose,
  differing,
  parked,
  screens,
  isNarrow,
  hrefOf,
}: RailSheetsProps) {
  return (
    <ul className={classes.sheets} data-narrow={isNarrow || undefined}>
      {sheetEntries({ loose, differing, parked, screens }).map(({ key, ...entry }) => (
        <li key={key}>
          <SheetLink {...entry} href={hrefOf(key)} isOpen={key === sheet} isNarrow={isNarrow} />
        </li>
      ))}
    </ul>
  );
});

interface SheetLinkProps extends Omit<SheetEntry, 'key'> {
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
