import { lazy, Suspense } from 'react';
import { navigate, useRoute } from './routing/useRoute';

const NarrativeScreen = lazy(async () => ({
  default: (await import('./narrative/NarrativeScreen')).NarrativeScreen,
}));

/** The screen the address names. */
export function Screens() {
  const route = useRoute();
  switch (route.screen) {
    case 'narrative':
      return (
        <Suspense fallback={null}>
          <NarrativeScreen
            key={route.id}
            id={route.id}
            part={route.part}
            section={route.section}
            onNavigate={navigate}
          />
        </Suspense>
      );
    default:
      return <h1>Dateline</h1>;
  }
}
