import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import classes from './showToast.module.css';

export interface Toast {
  /** In the past tense: it has happened. Failures are never told by a toast. */
  message: string;
  action?: { label: string; run: () => void };
}

/** Says that something was done and offers the one thing that follows. Waits while it is looked at. */
export function showToast({ message, action }: Toast): void {
  const id = crypto.randomUUID();
  const runAction = () => {
    notifications.hide(id);
    action?.run();
  };
  notifications.show({
    id,
    message,
    renderNotification: () => (
      <div className={classes.toast} role="status">
        <IconCheck size={18} stroke={1.75} aria-hidden />
        <span className={classes.words}>{message}</span>
        {action && (
          <button type="button" className={classes.action} onClick={runAction}>
            {action.label}
          </button>
        )}
      </div>
    ),
  });
}
