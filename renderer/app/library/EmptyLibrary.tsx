import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { Library } from '../../../core/api/shapes';
import { LibraryFoot } from '../../features/library/LibraryFoot';
import { Masthead } from '../../features/library/Masthead';
import { NoticeBanners } from '../../features/library/NoticeBanners';
import type { NarrativeHref } from '../../features/library/narrativeHref';
import { SamplesAside } from '../../features/library/Samples';
import { FirstRun } from '../../features/newNarrative/FirstRun';
import { useRunCommand } from '../commands/CommandProvider';
import { renderSaveState } from '../new/renderSaveState';
import { routeHash } from '../routing/route';
import { navigate } from '../routing/useRoute';
import { useTeamPlace } from '../useTeamPlace';
import classes from './LibraryScreen.module.css';
import { TeamButton } from './TeamButton';

interface EmptyLibraryProps {
  library: Library;
  hrefOf: NarrativeHref;
  onBegin: () => void;
}

/** A library with nothing in it: the first question stands ready. */
export function EmptyLibrary({ library, hrefOf, onBegin }: EmptyLibraryProps) {
  const run = useRunCommand();
  const { team } = useTeamPlace();
  return (
    <div className={classes.library}>
      <Masthead
        actions={
          <>
            <TeamButton />
            <Button
              variant="subtle"
              leftSection={<IconFileImport size={18} stroke={1.75} aria-hidden />}
              onClick={() => run('narrative.import')}
            >
              Import
            </Button>
          </>
        }
      />
      <NoticeBanners notices={library.notices} hrefOf={hrefOf} />
      <FirstRun
        keptWhere={keptWhere(library.folder, team)}
        samples={<SamplesAside onOpen={(id) => navigate({ screen: 'narrative', id, part: null })} />}
        onBegin={onBegin}
        onStart={(id) => navigate({ screen: 'new', id })}
        onSkip={(id) => navigate({ screen: 'narrative', id, part: 'release' })}
        onImport={() => run('narrative.import')}
        renderState={renderSaveState}
      />
      <LibraryFoot
        library={library}
        trashHref={routeHash({ screen: 'trash' })}
        onShowKeys={() => run('help.keys')}
        onShowSettings={() => run('app.settings')}
      />
    </div>
  );
}

const keptWhere = (folder: string, team: string | null): string =>
  team === null
    ? `Nothing to set up. No account, no server: your narratives are files in ${folder} on this computer.`
    : `What you write here is kept on the server of ${team}, and its members read it as their roles allow.`;
