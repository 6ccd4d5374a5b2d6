import type { Handlers } from '../../core/api/dispatch';
import type { HostOptions } from '../ports';

/** What the shell can do, and the one thing it does outside the app. */
export function appHandlers({ capabilities, ports }: HostOptions, folder: string) {
  return {
    'app.capabilities': async () => ({ ...capabilities, folder, team: null }),
    'app.openExternal': async ({ url }) => {
      await ports.openExternal(url);
      return {};
    },
  } satisfies Partial<Handlers>;
}
