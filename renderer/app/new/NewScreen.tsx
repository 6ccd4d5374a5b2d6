import { useRef, useState } from 'react';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { useOperation } from '../../client/useOperation';
import { GuidePanel } from '../../features/guide/GuidePanel';
import { NewNarrative } from '../../features/newNarrative/NewNarrative';
import { useCommand, useKeyPlatform } from '../commands/CommandProvider';
import { navigate } from '../routing/useRoute';
import { useScreenTitle } from '../routing/useScreenTitle';
import { renderSaveState } from './renderSaveState';

const toLibrary = () => navigate({ screen: 'library' });

/** A new narrative, from its first question on. */
export function NewScreen({ id }: { id: NarrativeId | null }) {
  useScreenTitle('New narrative');
  useCommand('go.library', toLibrary);
  const { mac } = useKeyPlatform();
  const { run, onCreated } = useRun(id);
  return (
    <NewNarrative
      key={run}
      id={id}
      nextKeys={mac ? '⌘↵' : 'Ctrl ↵'}
      onCreated={onCreated}
      onBack={toLibrary}
      onDone={(done) => navigate({ screen: 'narrative', id: done, part: 'release' })}
      renderState={renderSaveState}
      renderGuide={(key, content) => <BriefGuide section={key} content={content} />}
    />
  );
}

/**
 * Numbers the narratives begun on this screen. The address takes on the id once there is one; that is still
 * the same narrative, and whoever writes in it must not lose the caret.
 */
function useRun(id: NarrativeId | null) {
  const [run, setRun] = useState(0);
  const current = useRef(id);
  const [seen, setSeen] = useState(id);
  if (id !== seen) {
    setSeen(id);
    if (id !== current.current) {
      current.current = id;
      setRun(run + 1);
    }
  }
  const onCreated = (created: NarrativeId) => {
    current.current = created;
    navigate({ screen: 'new', id: created }, { replace: true });
  };
  return { run, onCreated };
}

function BriefGuide({ section, content }: { section: string; content: NarrativeContent }) {
  const guidance = useOperation('guidance.read', {});
  if (!guidance.data) return null;
  return <GuidePanel guidance={guidance.data} content={content} part="brief" place={section} item="" />;
}
