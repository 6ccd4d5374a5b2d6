import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { MockupSkeleton } from '../../../core/screens/mockups';
import { newScreen, readScreen } from '../../../core/screens/screenChanges';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { useOperation } from '../../client/useOperation';
import type { OpenSession } from '../../editor/session/openSession';
import { DrawingDesk } from '../../features/drawing/DrawingDesk';
import { ScreenDescription } from '../../features/screens/ScreenDescription';
import { ScreenPicker } from '../../features/screens/ScreenPicker';
import { ScreenVersions } from '../../features/screens/ScreenVersions';
import { HotspotEditor } from '../../features/storyboard/HotspotEditor';
import { useFocusBack } from '../../ui/useFocusBack';
import { useHeldCommands } from '../commands/CommandProvider';
import { usePictures } from './usePictures';
import type { ScreensHere, ScreenTaskKind } from './useScreens';

interface ScreenRegionProps {
  session: OpenSession;
  content: NarrativeContent;
  screens: ScreensHere;
  /** True where the screen goes into the text, so that one that is there may be shown again. */
  isForText: boolean;
}

/** What lies over the text while something is done with a screen. */
export function ScreenRegion(props: ScreenRegionProps) {
  const { task } = props.screens;
  useFocusBack(task !== null);
  if (!task) return null;
  if (task.kind === 'choose') return <Choosing {...props} />;
  return <OneScreen {...props} key={`${task.kind} ${task.id}`} kind={task.kind} id={task.id} />;
}

/** The screen as it was when this was opened: what is changed elsewhere meanwhile must not begin it anew. */
function OneScreen({ kind, id, ...props }: ScreenRegionProps & { kind: ScreenTaskKind; id: string }) {
  const { session, content, screens } = props;
  const [screen] = useState(() => readScreen(session.doc, id));
  const leave = useEffectEvent(screens.close);
  useEffect(() => {
    if (!screen) leave();
  }, [screen]);
  if (!screen) return null;
  const { close, writer } = screens;
  const keep = (patch: Partial<ScreenRecord>) => writer.change(id, (record) => ({ ...record, ...patch }));
  switch (kind) {
    case 'draw':
      return <Drawing {...props} screen={screen} />;
    case 'versions':
      return (
        <ScreenVersions
          screen={screen}
          onTake={(index) => {
            writer.takeVersion(id, index);
            close();
          }}
          onClose={close}
        />
      );
    case 'hotspots':
      return (
        <HotspotEditor
          screen={screen}
          screens={content.screens}
          onKeep={(hotspots) => keep({ hotspots })}
          onClose={close}
        />
      );
    case 'words':
      return (
        <ScreenDescription
          screen={screen}
          onKeep={(words) => {
            keep(words);
            close();
          }}
          onClose={close}
        />
      );
  }
}

function Choosing({ content, screens, isForText }: ScreenRegionProps) {
  const { uploadImage, problem, tellProblem } = usePictures();
  const begin = (start: MockupSkeleton | 'blank') => {
    const [title, template] = start === 'blank' ? ['', ''] : [start.title, start.id];
    screens.begin(newScreen(crypto.randomUUID(), title, template));
  };
  const takePicture = async (file: File) => {
    try {
      const { asset, width, height } = await uploadImage(file);
      const blank = newScreen(crypto.randomUUID(), '', 'picture');
      screens.begin({ ...blank, picture: { scene: '', svg: '', png: asset, width, height } });
    } catch (thrown) {
      tellProblem(thrown);
    }
  };
  return (
    <ScreenPicker
      screens={isForText ? Object.values(content.screens) : []}
      problem={problem}
      onBegin={begin}
      onPicture={(file) => void takePicture(file)}
      onChoose={screens.place}
      onClose={screens.close}
    />
  );
}

function Drawing({ screen, session, screens }: ScreenRegionProps & { screen: ScreenRecord }) {
  const { id, picture, template } = screen;
  useHeldCommands();
  const theme = useComputedColorScheme('light');
  const shelf = useOperation('screens.templates', {});
  const mockup = shelf.data?.mockups.find((known) => known.id === template);
  // A screen that nobody drew yet begins from its mock-up, once that is there.
  if (!picture && template !== '' && shelf.isPending) return null;
  return (
    <DrawingDesk
      screen={screen}
      start={picture?.scene === '' ? { picture: picture.png } : (mockup ?? 'blank')}
      current={() => readScreen(session.doc, id)}
      theme={theme}
      components={shelf.data?.components ?? []}
      onKept={(kept, isFurther) => screens.writer.keepDrawing(id, kept, isFurther)}
      onClose={() => screens.leaveDrawing(id)}
    />
  );
}
