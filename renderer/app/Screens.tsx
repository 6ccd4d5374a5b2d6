import { lazy, Suspense } from 'react';
import { LibraryScreen } from './library/LibraryScreen';
import { TrashScreen } from './library/TrashScreen';
import { navigate, useRoute } from './routing/useRoute';

const NarrativeScreen = lazy(async () => ({
  default: (await import('./narrative/NarrativeScreen')).NarrativeScreen,
}));
const NewScreen = lazy(async () => ({ default: (await import('./new/NewScreen')).NewScreen }));

/** The screen the address names. The editor is fetched only where somebody writes. */
export function Screens() {
  const route = useRoute();
  switch (route.screen) {
    case 'library':
      return <LibraryScreen />;
    case 'trash':
      return <TrashScreen />;
    case 'new':
      return (
        <Suspense fallback={null}>
          <NewScreen id={route.id} />
        </Suspense>
      );
    case 'narrative':
      return (
        <Suspense fallback={null}>
          <NarrativeScreen
            key={route.id}
            id={route.id}
            part={route.part}
            section={'section' in route ? route.section : undefined}
            sheet={'sheet' in route ? route.sheet : null}
            onNavigate={navigate}
          />
        </Suspense>
      );
  }
}
