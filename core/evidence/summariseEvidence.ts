import { type Claim, claimState } from './collectClaims';
import { type EvidenceState, evidenceStates } from './evidenceRecord';

/** How many claims rest on what: "12 claims: 3 known, 2 heard, 6 assumed, 1 unknown"; '' without a claim. */
export function summariseEvidence(claims: readonly Claim[]): string {
  if (claims.length === 0) return '';
  const counts = groupByState(claims).map(({ state, claims: those }) => `${those.length} ${state}`);
  return `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}: ${counts.join(', ')}`;
}

/** Claims by state, surest first, states without a claim left out; the order within a state is kept. */
export function groupByState(claims: readonly Claim[]): { state: EvidenceState; claims: Claim[] }[] {
  return evidenceStates
    .map((state) => ({ state, claims: claims.filter((claim) => claimState(claim) === state) }))
    .filter((group) => group.claims.length > 0);
}
