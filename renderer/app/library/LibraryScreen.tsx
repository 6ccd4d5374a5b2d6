import { Button } from '@mantine/core';
import { IconBook, IconFileImport, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { PartKey } from '../../../core/narrative/parts';
import { useOperation } from '../../client/useOperation';
import { Desk } from '../../features/library/Desk';
import { LibraryFoot } from '../../features/library/LibraryFoot';
import { LibrarySkeleton } from '../../features/library/LibrarySkeleton';
import { Masthead } from '../../features/library/Masthead';
import { NoticeBanners } from '../../features/library/NoticeBanners';
import { SearchField } from '../../features/library/SearchField';
import { SearchResults } from '../../features/library/SearchResults';
import type { LibraryView } from '../../features/library/ShelfPage';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useFocusBack } from '../../ui/useFocusBack';
import { useCommand, useKeyPlatform, useRunCommand } from '../commands/CommandProvider';
import { keysForPeople } from '../commands/keys';
import { routeHash } from '../routing/route';
import { navigate } from '../routing/useRoute';
import { useScreenTitle } from '../routing/useScreenTitle';
import { useTeamPlace } from '../useTeamPlace';
import classes from './LibraryScreen.module.css';
import { TeamButton } from './TeamButton';
import { UnsavedWords } from './UnsavedWords';
import { WaitingForWork } from './WaitingForWork';

const EmptyLibrary = lazy(async () => ({ default: (await import('./EmptyLibrary')).EmptyLibrary }));

const ExportAllDialog = lazy(async () => ({
  default: (await import('../../features/exports/ExportAllDialog')).ExportAllDialog,
}));

const hrefOf = (id: NarrativeId, part: PartKey | null = null) => routeHash({ screen: 'narrative', id, part });
const open = (id: NarrativeId) => navigate({ screen: 'narrative', id, part: null });

/** Every narrative on one desk, or the first question where there is none. */
export function LibraryScreen() {
  const [view, setView] = useState<LibraryView>({ stage: 'all', sort: 'edited' });
  // The first words make a narrative, but whoever writes them must not be moved in the middle of a sentence.
  const [isFirstRun, setIsFirstRun] = useState(false);
  const library = useOperation('library.list', { ...view, offset: 0, limit: 60 }, { keepPrevious: true });
  const isEmpty = isFirstRun || library.data?.counts.all === 0;
  const place = useTeamPlace();
  useScreenTitle('', isEmpty ? 'empty' : 'library');
  if (library.data && isEmpty && !place.mayBegin) return <WaitingForWork team={place.team ?? ''} />;
  if (library.data && isEmpty) {
    return (
      <Suspense fallback={null}>
        <EmptyLibrary library={library.data} hrefOf={hrefOf} onBegin={() => setIsFirstRun(true)} />
      </Suspense>
    );
  }
  return <FullLibrary view={view} onView={setView} library={library} />;
}

interface FullLibraryProps {
  view: LibraryView;
  onView: (view: LibraryView) => void;
  library: ReturnType<typeof useOperation<'library.list'>>;
}

function FullLibrary({ view, onView, library }: FullLibraryProps) {
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const { mac } = useKeyPlatform();
  const run = useRunCommand();
  const [isExporting, setExporting] = useState(false);
  const capabilities = useOperation('app.capabilities', {});
  useFocusBack(isExporting);
  useCommand('library.find', () => search.current?.focus());
  useCommand('library.exportAll', () => setExporting(true));
  const { data, error } = library;
  return (
    <div className={classes.library}>
      <Masthead
        middle={
          <SearchField
            ref={search}
            value={query}
            keys={keysForPeople('Mod+Shift+F', mac)}
            onChange={setQuery}
          />
        }
        actions={<MastheadActions />}
      />
      <main data-region>
        <h1 className="dl-hidden">Your narratives</h1>
        <UnsavedWords />
        {data && <NoticeBanners notices={data.notices} hrefOf={hrefOf} />}
        {error && <ErrorNotice error={error} onRetry={() => void library.refetch()} />}
        {library.isPending && <LibrarySkeleton />}
        {query.trim() !== '' && <SearchResults query={query} hrefOf={hrefOf} />}
        {data && query.trim() === '' && (
          <Desk view={view} onView={onView} library={data} hrefOf={hrefOf} onOpen={open} />
        )}
      </main>
      {isExporting && (
        <Suspense fallback={null}>
          <ExportAllDialog
            asksForFolder={capabilities.data?.folderDialog ?? false}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      )}
      {data && (
        <LibraryFoot
          library={data}
          trashHref={routeHash({ screen: 'trash' })}
          onExportAll={() => run('library.exportAll')}
          onShowKeys={() => run('help.keys')}
          onShowSettings={() => run('app.settings')}
        />
      )}
    </div>
  );
}

const icon = { size: 18, stroke: 1.75, 'aria-hidden': true };

function MastheadActions() {
  const { mayBegin } = useTeamPlace();
  return (
    <>
      <TeamButton />
      {mayBegin && <Beginnings />}
    </>
  );
}

function Beginnings() {
  const run = useRunCommand();
  return (
    <>
      <Button variant="subtle" leftSection={<IconBook {...icon} />} onClick={() => run('narrative.samples')}>
        Samples
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconFileImport {...icon} />}
        onClick={() => run('narrative.import')}
      >
        Import
      </Button>
      <Button
        component="a"
        href={routeHash({ screen: 'new', id: null })}
        leftSection={<IconPlus {...icon} />}
      >
        New narrative
      </Button>
    </>
  );
}
