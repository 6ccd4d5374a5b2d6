import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Frame.module.css';
import type { Layout } from './useLayout';

/** Where the panel stands: beside the sheet, or over it where there is no room. */
export function PanelRegion({ layout, children }: { layout: Layout; children: ReactNode }) {
  if (!layout.isPanelOpen) return null;
  if (layout.isSmall) {
    return (
      <Drawer
        opened
        onClose={layout.closePanel}
        position="right"
        size={352}
        title="Beside the text"
        classNames={{
          content: classes.drawer ?? '',
          header: classes.drawerHeader ?? '',
          body: classes.drawerBody ?? '',
        }}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {children}
      </Drawer>
    );
  }
  return (
    <aside className={classes.panel} id="narrative-panel" aria-label="Beside the text" data-region>
      {children}
    </aside>
  );
}
