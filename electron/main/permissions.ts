import type { Session } from 'electron';

/** Copying is all that the app asks of the machine. */
const granted = 'clipboard-sanitized-write';

/** Refuses every permission but the one above, when asked for and when looked up. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === granted));
  session.setPermissionCheckHandler((_contents, permission) => permission === granted);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
}
