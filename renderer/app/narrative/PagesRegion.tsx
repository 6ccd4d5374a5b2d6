import { defaultSettings } from '../../../core/api/shapes';
import { useOperation } from '../../client/useOperation';
import { useRestedSave } from '../../editor/session/useRestedSave';
import { useSessionValue } from '../../editor/session/useSession';
import { PagesPanel } from '../../features/exports/PagesPanel';
import type { OpenPart } from './openPart';
import { useCaretLetters } from './useCaretLetters';

interface PagesRegionProps extends Pick<OpenPart, 'session' | 'content' | 'part' | 'editor'> {
  onClose: () => void;
}

/** The printed pages in the place of the panel; they follow the caret and, after a rest, what is typed. */
export function PagesRegion({ session, content, part, editor, onClose }: PagesRegionProps) {
  const meta = useSessionValue(session, (open) => open.meta());
  const settings = useOperation('settings.read', {}).data ?? defaultSettings;
  return (
    <PagesPanel
      meta={meta}
      content={content}
      usual={settings}
      savedAt={useRestedSave(session)}
      at={{ part, letters: useCaretLetters(editor) }}
      onClose={onClose}
    />
  );
}
