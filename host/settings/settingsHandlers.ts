import type { Handlers } from '../../core/api/dispatch';
import type { SettingsStore } from '../../storage/settings';

/** What a person chose, kept with the library. */
export function settingsHandlers(settings: SettingsStore) {
  return {
    'settings.read': async () => settings.get(),
    'settings.update': (patch) => settings.change(patch),
  } satisfies Partial<Handlers>;
}
