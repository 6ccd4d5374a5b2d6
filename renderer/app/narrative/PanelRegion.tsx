import { Drawer } from '@mantine/core';
import type { Finding } from '../../../core/api/shapes';
import type { BankQuestion } from '../../../core/guidance/guidance';
import { addFaqQuestion } from '../../editor/commands';
import { goToSection } from '../../editor/outline';
import classes from './Frame.module.css';
import type { OpenPart } from './openPart';
import { SidePanel } from './SidePanel';
import { useAfterSave } from './useAfterSave';
import { useClaimJump } from './useClaimJump';
import type { Layout } from './useLayout';

const drawerClasses = {
  content: classes.drawer ?? '',
  header: classes.drawerHeader ?? '',
  body: classes.drawerBody ?? '',
};

/** Where the panel stands: beside the sheet, or over it where there is no room. */
export function PanelRegion({ layout, ...open }: OpenPart & { layout: Layout }) {
  const { session, part, editor, goTo } = open;
  const checks = useAfterSave('narratives.check', session);
  const show = ({ part: where, section }: Finding) => {
    layout.closePanel();
    if (where === part && editor) goToSection(editor, section);
    else goTo(where, section);
  };
  const showClaim = useClaimJump(open, layout.closePanel);
  const addQuestion = ({ text, number }: BankQuestion) => {
    if (editor) addFaqQuestion(editor, { text, bankNumber: number });
  };
  if (!layout.isPanelOpen) return null;
  const panel = (
    <SidePanel {...open} checks={checks} onShow={show} onShowClaim={showClaim} onAddQuestion={addQuestion} />
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
