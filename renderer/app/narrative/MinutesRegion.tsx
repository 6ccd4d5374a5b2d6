import { useState } from 'react';
import { defaultExportOptions, type ExportFormat } from '../../../core/api/shapes';
import type { Meeting } from '../../../core/review/meeting/readMeetings';
import { ExportNews } from '../../features/exports/ExportNews';
import { exportForms } from '../../features/exports/exportChoice';
import { useExport } from '../../features/exports/useExport';
import { MinutesSheet } from '../../features/meeting/MinutesSheet';
import type { SheetRegionProps } from './SheetRegion';
import { useMinutes } from './useMinutes';

interface MinutesRegionProps extends Pick<SheetRegionProps, 'session' | 'content'> {
  /** At least one, the newest first. */
  closed: readonly [Meeting, ...Meeting[]];
  onStart: () => void;
}

/** The minutes of the meetings that were closed, and their export without anything else. */
export function MinutesRegion({ session, content, closed, onStart }: MinutesRegionProps) {
  const [chosen, setChosen] = useState('');
  const shown = closed.find(({ id }) => id === chosen) ?? closed[0];
  const { doc } = useMinutes(shown, { session, content });
  const { state, run, stop } = useExport(session.id, session.flush);
  const [format, setFormat] = useState<ExportFormat>('pdf');
  const exportAs = (as: ExportFormat) => {
    setFormat(as);
    const form = exportForms.find((each) => each.format === as && each.layout === 'narrative');
    if (!form) return;
    const alone = { ...defaultExportOptions, parts: [], evidence: false, thread: false };
    void run(form, { ...alone, minutes: true, meeting: shown.id });
  };
  return (
    <MinutesSheet
      meetings={closed}
      shown={shown}
      doc={doc}
      onShow={setChosen}
      onStart={onStart}
      onExport={exportAs}
      news={<ExportNews state={state} warnings={[]} onStop={stop} onRetry={() => exportAs(format)} />}
    />
  );
}
