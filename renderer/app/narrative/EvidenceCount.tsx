import { useMemo } from 'react';
import { defaultSettings } from '../../../core/api/shapes';
import { collectClaims } from '../../../core/evidence/collectClaims';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { useAction } from '../../client/useAction';
import { useOperation } from '../../client/useOperation';
import { EvidenceStatus } from '../../features/evidence/EvidenceStatus';

/** The claims of the narrative in a line, and how their tags look; the choice is kept. */
export function EvidenceCount({ content }: { content: NarrativeContent }) {
  const settings = useOperation('settings.read', {}).data ?? defaultSettings;
  const update = useAction('settings.update');
  const { parts, evidence } = content;
  const { claims } = useMemo(() => collectClaims({ parts, evidence }), [parts, evidence]);
  return (
    <EvidenceStatus
      claims={claims}
      look={settings.evidenceTags}
      onLook={(evidenceTags) => update.mutate({ evidenceTags })}
    />
  );
}
