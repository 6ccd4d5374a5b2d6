import type { Claim } from '../../../core/evidence/collectClaims';
import { goToClaim } from '../../editor/evidence/evidenceCommands';
import type { OpenPart } from './openPart';
import { useVisit } from './useVisit';

/** Shows a claim in the text, after a change of part where it stands in another one. */
export function useClaimJump(open: OpenPart, onLeave: () => void): (claim: Claim) => void {
  const visit = useVisit(open);
  return (claim) => {
    onLeave();
    visit(claim.part, (editor) => void goToClaim(editor, claim.id));
  };
}
