import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { defaultSettings } from '../../../core/api/shapes';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import type { BankQuestion } from '../../../core/guidance/guidance';
import { useOperation } from '../../client/useOperation';
import { addFaqQuestion } from '../../editor/commands';
import { useCommand } from '../commands/CommandProvider';
import classes from './Frame.module.css';
import type { OpenPart } from './openPart';
import { PagesRegion } from './PagesRegion';
import { SidePanel } from './SidePanel';
import type { ThreadTabProps } from './ThreadTab';
import { useClaimJump } from './useClaimJump';
import type { CoachDesk } from './useCoachDesk';
import type { Layout } from './useLayout';
import type { ReviewDesk } from './useReview';

const drawerClasses = {
  content: classes.drawer ?? '',
  header: classes.drawerHeader ?? '',
  body: classes.drawerBody ?? '',
};

interface PanelRegionProps
  extends OpenPart,
    Pick<ThreadTabProps, 'thread' | 'threadFocus' | 'visit' | 'openSheet'> {
  layout: Layout;
  coachDesk: CoachDesk;
  review: ReviewDesk;
}

/** Where the panel stands: beside the sheet, or over it where there is no room. */
export function PanelRegion({ layout, coachDesk, review, ...open }: PanelRegionProps) {
  const { editor } = open;
  const { author } = useOperation('settings.read', {}).data ?? defaultSettings;
  const leaving = (go: CoachDesk['onShow']) => (finding: AskedFinding) => {
    layout.closePanel();
    go(finding);
  };
  const { onShow, onSource, onAssume } = coachDesk;
  const desk = {
    ...coachDesk,
    onShow: leaving(onShow),
    onSource: leaving(onSource),
    onAssume: leaving(onAssume),
  };
  const reviewHere: ReviewDesk = {
    ...review,
    onShow(remark) {
      layout.closePanel();
      review.onShow(remark);
    },
  };
  const showClaim = useClaimJump(open, layout.closePanel);
  const addQuestion = ({ text, number }: BankQuestion) => {
    if (editor) addFaqQuestion(editor, { text, bankNumber: number });
  };
  const [showsPages, setShowsPages] = useState(false);
  useCommand('view.pages', () => {
    setShowsPages(!(showsPages && layout.isPanelOpen));
    layout.openPanel();
  });
  if (!layout.isPanelOpen) return null;
  const panel = showsPages ? (
    <PagesRegion {...open} onClose={() => setShowsPages(false)} />
  ) : (
    <SidePanel
      {...open}
      coachDesk={desk}
      review={reviewHere}
      author={author}
      onShowClaim={showClaim}
      visit={(part, run) => {
        layout.closePanel();
        open.visit(part, run);
      }}
      onAddQuestion={addQuestion}
    />
  );
  if (layout.isSmall) {
    return (
      <Drawer
        opened
        onClose={layout.closePanel}
        position="right"
        size={352}
        title="Beside the text"
        classNames={drawerClasses}
        overlayProps={{ color: 'var(--dl-veil)', backgroundOpacity: 1 }}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {panel}
      </Drawer>
    );
  }
  return (
    <aside className={classes.panel} id="narrative-panel" aria-label="Beside the text" data-region>
      {panel}
    </aside>
  );
}
