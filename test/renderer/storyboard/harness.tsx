import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { Hotspot } from '../../../core/screens/screenRecord';
import type { Storyboard } from '../../../core/screens/storyboard';
import { HotspotEditor } from '../../../renderer/features/storyboard/HotspotEditor';
import { StoryboardEditor } from '../../../renderer/features/storyboard/StoryboardEditor';
import { StoryboardStrip } from '../../../renderer/features/storyboard/StoryboardStrip';
import { StoryPlayer } from '../../../renderer/features/storyboard/StoryPlayer';
import { theme } from '../../../renderer/ui/theme';
import '../../../renderer/ui/styles';

interface HarnessSetup {
  content: NarrativeContent;
  useCase: string;
  scheme?: 'light' | 'dark';
  /** Id of the screen whose places can be edited. */
  screen?: string;
}

interface StoryboardHarness {
  open: (setup: HarnessSetup) => void;
  /** Items that somebody went to, oldest first. */
  went: string[];
  places: Hotspot[][];
  kept: (Storyboard | null)[];
}

declare global {
  interface Window {
    storyboard: StoryboardHarness;
  }
}

type Dialog = 'play' | 'arrange' | 'places' | null;

function Page({ setup: { content, useCase, scheme, screen } }: { setup: HarnessSetup }) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const [current, setCurrent] = useState('');
  const close = () => setDialog(null);
  const go = (item: string) => {
    window.storyboard.went.push(item);
    setCurrent(item);
    close();
  };
  const edited = screen === undefined ? undefined : content.screens[screen];
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme ?? 'light'}>
      <main style={{ padding: '16px 24px' }}>
        <h1 className="dl-hidden">Experience</h1>
        <StoryboardStrip
          content={content}
          useCase={useCase}
          current={current}
          onGo={go}
          onPlay={() => setDialog('play')}
          onArrange={() => setDialog('arrange')}
        />
        <button type="button" onClick={() => setDialog('places')}>
          Edit places
        </button>
      </main>
      {dialog === 'play' && <StoryPlayer content={content} useCase={useCase} onGo={go} onClose={close} />}
      {dialog === 'arrange' && (
        <StoryboardEditor
          content={content}
          useCase={useCase}
          onKeep={(board) => window.storyboard.kept.push(board)}
          onClose={close}
        />
      )}
      {dialog === 'places' && edited && (
        <HotspotEditor
          screen={edited}
          screens={content.screens}
          onKeep={(places) => window.storyboard.places.push(places)}
          onClose={close}
        />
      )}
    </MantineProvider>
  );
}

const root = createRoot(document.getElementById('root') as HTMLElement);
let opened = 0;

window.storyboard = {
  went: [],
  places: [],
  kept: [],
  open(setup) {
    opened += 1;
    // At once: whoever asked for it must not meet the page before.
    flushSync(() => root.render(<Page key={opened} setup={setup} />));
  },
};
