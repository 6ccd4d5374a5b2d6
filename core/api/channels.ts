/** Names of the two channels between the desktop shell and its windows: calls in, events out. */
export const callChannel = 'dateline:call';
export const eventChannel = 'dateline:event';
