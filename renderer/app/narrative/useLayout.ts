import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useCommand } from '../commands/CommandProvider';

export interface Layout {
  /** One column: the rail is a button, the panel a drawer. */
  isSmall: boolean;
  isRailNarrow: boolean;
  isPanelOpen: boolean;
  isFocused: boolean;
  openPanel: () => void;
  closePanel: () => void;
}

/** How the window is divided: by its width first, then by what the person chose, where there is a panel at all. */
export function useLayout({ hasPanel }: { hasPanel: boolean }): Layout {
  const isSmall = useMediaQuery('(max-width: 53.75em)', false, { getInitialValueInEffect: false });
  const isMedium = useMediaQuery('(max-width: 77.5em)', false, { getInitialValueInEffect: false });
  const [chosenNarrow, setChosenNarrow] = useState<boolean | null>(null);
  const [isPanelWanted, setPanelWanted] = useState(true);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isRailNarrow = chosenNarrow ?? isMedium;
  const isPanelOpen = hasPanel && (isSmall ? isDrawerOpen : isPanelWanted);

  useCommand('view.rail', isSmall ? null : () => setChosenNarrow(!isRailNarrow));
  const togglePanel = () => (isSmall ? setDrawerOpen(!isDrawerOpen) : setPanelWanted(!isPanelWanted));
  useCommand('view.panel', hasPanel ? togglePanel : null);
  useCommand('view.focus', () => setFocused(!isFocused));
  useEffect(() => {
    if (!isFocused) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setFocused(false);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isFocused]);

  return {
    isSmall,
    isRailNarrow,
    isPanelOpen,
    isFocused,
    openPanel: () => (isSmall ? setDrawerOpen(true) : setPanelWanted(true)),
    closePanel: () => setDrawerOpen(false),
  };
}
