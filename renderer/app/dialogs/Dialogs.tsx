import { useState } from 'react';
import { type CommandDefinition, commandIds, commands } from '../../../core/commands/commands';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { PartKey } from '../../../core/narrative/parts';
import { CoachHelp } from '../../features/coach/CoachHelp';
import { CoachSettings } from '../../features/coach/CoachSettings';
import { CommandPalette, openPalette } from '../../features/commandPalette/CommandPalette';
import { ImportWindow } from '../../features/imports/ImportWindow';
import { useImports } from '../../features/imports/useImports';
import { SamplesDialog } from '../../features/library/Samples';
import { SettingsDialog } from '../../features/settings/SettingsDialog';
import { TeamsDialog } from '../../features/shared/TeamsDialog';
import { type Shortcut, ShortcutsSheet } from '../../features/shortcuts/ShortcutsSheet';
import { TeamDialog } from '../../features/team/TeamDialog';
import { useFocusBack } from '../../ui/useFocusBack';
import { useAvailableCommands, useCommand, useKeyPlatform, useRunCommand } from '../commands/CommandProvider';
import { type KeyPlatform, keysForPeople, keysOf } from '../commands/keys';
import { navigate, useRoute } from '../routing/useRoute';
import { useTeamPlace } from '../useTeamPlace';

/** What can be opened from every screen, and the commands that open it. */
export function Dialogs({ folder }: { folder: string }) {
  const [dialog, setDialog] = useState<
    'keys' | 'settings' | 'samples' | 'coach' | 'coachHelp' | 'team' | 'teams' | null
  >(null);
  const imports = useImports();
  const platform = useKeyPlatform();
  const close = () => setDialog(null);
  useFocusBack(dialog !== null);
  const open = (id: NarrativeId, part: PartKey | null = null) => {
    close();
    navigate({ screen: 'narrative', id, part });
  };
  useCommand('view.palette', openPalette);
  useCommand('help.keys', () => setDialog('keys'));
  useCommand('app.settings', () => setDialog('settings'));
  const { team } = useTeamPlace();
  const route = useRoute();
  const narrative = route.screen === 'narrative' ? route.id : null;
  useCommand('app.team', team !== null ? () => setDialog('team') : null);
  useCommand('app.joinTeam', team === null ? () => setDialog('teams') : null);
  useCommand('coach.settings', () => setDialog('coach'));
  useCommand('help.coach', () => setDialog('coachHelp'));
  useCommand('narrative.samples', () => setDialog('samples'));
  useCommand('narrative.import', imports.choose);
  useCommand('narrative.new', () => navigate({ screen: 'new', id: null }));
  return (
    <>
      <Palette platform={platform} onOpen={open} />
      <ImportWindow imports={imports} onOpen={open} />
      {dialog === 'keys' && <ShortcutsSheet shortcuts={allShortcuts(platform)} onClose={close} />}
      {dialog === 'settings' && <SettingsDialog folder={folder} team={team} onClose={close} />}
      {dialog === 'team' && <TeamDialog narrative={narrative} onClose={close} />}
      {dialog === 'teams' && <TeamsDialog narrative={narrative} onClose={close} />}
      {dialog === 'coach' && <CoachSettings onClose={close} />}
      {dialog === 'coachHelp' && <CoachHelp rule={null} onClose={close} />}
      {dialog === 'samples' && <SamplesDialog onOpen={open} onClose={close} />}
    </>
  );
}

function Palette(props: { platform: KeyPlatform; onOpen: (id: NarrativeId, part?: PartKey) => void }) {
  const available = useAvailableCommands();
  const run = useRunCommand();
  const offered = commandIds
    .filter((id) => available.includes(id) && id !== 'view.palette')
    .map((id) => ({ id, keys: keysText(keysOf(id, props.platform), props.platform) }));
  return <CommandPalette commands={offered} onRun={run} onOpen={props.onOpen} />;
}

function allShortcuts(platform: KeyPlatform): Shortcut[] {
  return commandIds.flatMap((id) => {
    const { title, group }: CommandDefinition = commands[id];
    const keys = keysText(keysOf(id, platform), platform);
    return keys === '' ? [] : [{ title, group, keys }];
  });
}

const keysText = (keys: string | undefined, platform: KeyPlatform) =>
  keys === undefined ? '' : keysForPeople(keys, platform.mac);
