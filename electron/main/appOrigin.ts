/** The app's own pages live here and nowhere else: `file:` pages would share one origin with every other file. */
export const appScheme = 'app';
const appHost = 'bundle';

export const appAddress = `${appScheme}://${appHost}/`;

/** True for an address inside the app. Parsed, because `app://bundle.elsewhere/` begins the same way. */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${appScheme}:` && host === appHost;
}
