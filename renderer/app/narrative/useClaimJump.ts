import { useEffect, useState } from 'react';
import type { Claim } from '../../../core/evidence/collectClaims';
import { goToClaim } from '../../editor/evidence/evidenceCommands';
import type { OpenPart } from './openPart';

/** Shows a claim in the text, after a change of part where it stands in another one. */
export function useClaimJump({ part, editor, goTo }: OpenPart, onLeave: () => void): (claim: Claim) => void {
  const [awaited, setAwaited] = useState<Claim | null>(null);
  useEffect(() => {
    if (!awaited || !editor || awaited.part !== part) return;
    goToClaim(editor, awaited.id);
    setAwaited(null);
  }, [awaited, editor, part]);
  return (claim) => {
    onLeave();
    setAwaited(claim);
    if (claim.part !== part) goTo(claim.part);
  };
}
