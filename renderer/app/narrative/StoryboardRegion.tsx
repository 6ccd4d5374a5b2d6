import { useState } from 'react';
import { itemsOf } from '../../../core/narrative/partState';
import { stringAttr } from '../../../core/narrative/richText';
import { forgetStoryboard, keepStoryboard } from '../../../core/screens/storyboardChanges';
import { goToSection } from '../../editor/outline';
import { StoryboardEditor } from '../../features/storyboard/StoryboardEditor';
import { StoryboardStrip } from '../../features/storyboard/StoryboardStrip';
import { StoryPlayer } from '../../features/storyboard/StoryPlayer';
import { useFocusBack } from '../../ui/useFocusBack';
import { useCommand } from '../commands/CommandProvider';
import type { OpenPart } from './openPart';

type StoryDialog = 'play' | 'arrange' | null;

interface StoryboardRegionProps extends Pick<OpenPart, 'session' | 'content' | 'editor' | 'place'> {
  /** While only the sheet is shown, the story is played by its command alone. */
  isFocused: boolean;
}

/** The storyboard of the use case with the caret, or of the first one, above the text of the experience. */
export function StoryboardRegion(props: StoryboardRegionProps) {
  const { session, content, editor, place, isFocused } = props;
  const [dialog, setDialog] = useState<StoryDialog>(null);
  useFocusBack(dialog !== null);
  const cases = itemsOf(content.parts.experience, 'useCase').map((node) => stringAttr(node, 'id'));
  const useCase = cases.includes(place.item) ? place.item : (cases[0] ?? '');
  useCommand('view.playStory', editor && (() => setDialog('play')));
  const close = () => setDialog(null);
  const go = (item: string) => {
    close();
    // Once the story is gone, which would take the focus along.
    setTimeout(() => editor && goToSection(editor, item));
  };
  const change = (run: (history: unknown) => void) => {
    const history = session.undoManager('experience');
    history.stopCapturing();
    run(history);
    history.stopCapturing();
  };
  return (
    <>
      {!isFocused && (
        <StoryboardStrip
          content={content}
          useCase={useCase}
          current={place.outline}
          onGo={go}
          onPlay={() => setDialog('play')}
          onArrange={() => setDialog('arrange')}
        />
      )}
      {dialog === 'play' && <StoryPlayer content={content} useCase={useCase} onGo={go} onClose={close} />}
      {dialog === 'arrange' && (
        <StoryboardEditor
          content={content}
          useCase={useCase}
          onKeep={(board) =>
            change((history) =>
              board
                ? keepStoryboard(session.doc, board, history)
                : forgetStoryboard(session.doc, useCase, history),
            )
          }
          onClose={close}
        />
      )}
    </>
  );
}
