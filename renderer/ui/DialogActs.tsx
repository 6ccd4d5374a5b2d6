import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './DialogActs.module.css';

interface DialogActsProps {
  /** The verb of what the form does. */
  children: ReactNode;
  isBusy?: boolean;
  isDisabled?: boolean;
  onCancel: () => void;
}

/** What a form in a dialog ends with: its act, and the way out. */
export function DialogActs({ children, isBusy = false, isDisabled = false, onCancel }: DialogActsProps) {
  return (
    <div className={classes.acts}>
      <Button type="submit" loading={isBusy} disabled={isDisabled}>
        {children}
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
