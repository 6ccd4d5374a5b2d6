import { Button } from '@mantine/core';
import { type Claim, type ClaimList, claimState } from '../../../core/evidence/collectClaims';
import type { EvidenceRecord, EvidenceState } from '../../../core/evidence/evidenceRecord';
import { ageingQuestion, isAgeing } from '../../../core/evidence/isAgeing';
import { sourceLine } from '../../../core/evidence/sourceLine';
import { stateNames } from '../../../core/evidence/stateNames';
import { groupByState, summariseEvidence } from '../../../core/evidence/summariseEvidence';
import { partDefinitions } from '../../../core/narrative/parts';
import { EmptyState } from '../../ui/EmptyState';
import classes from './Evidence.module.css';

export interface EvidencePanelProps {
  list: ClaimList;
  /** ISO date; sources are old or not by this day. */
  today: string;
  /** Months after which a source is asked about again; null where nothing is settled. */
  ageingMonths: number | null;
  onShow: (claim: Claim) => void;
  /** Throws a card away whose words were deleted. */
  onForget: (record: EvidenceRecord) => void;
}

/** Every claim of the narrative by how sure it is, and the cards whose words were deleted. */
export function EvidencePanel({ list, today, ageingMonths, onShow, onForget }: EvidencePanelProps) {
  const { claims, orphans } = list;
  if (claims.length === 0 && orphans.length === 0) {
    return (
      <EmptyState
        line="No claim is marked yet."
        quiet="Select a sentence or a number, press Ctrl Shift E, and say what it rests on."
      />
    );
  }
  return (
    <div className={classes.panel}>
      {claims.length > 0 && <p className={classes.summary}>{summariseEvidence(claims)}.</p>}
      {groupByState(claims).map(({ state, claims: group }) => (
        <section key={state} aria-label={stateNames[state]}>
          <GroupTitle state={state} count={group.length} />
          <ul className={classes.list}>
            {group.map((claim) => (
              <ClaimItem
                key={claim.id}
                claim={claim}
                today={today}
                ageingMonths={ageingMonths}
                onShow={onShow}
              />
            ))}
          </ul>
        </section>
      ))}
      {orphans.length > 0 && <Orphans orphans={orphans} onForget={onForget} />}
    </div>
  );
}

function GroupTitle({ state, count }: { state: EvidenceState; count: number }) {
  return (
    <h2 className={classes.group}>
      <span className="dl-ev-glyph" data-state={state} aria-hidden="true" />
      {stateNames[state]} <span className={classes.count}>{count}</span>
    </h2>
  );
}

function ClaimItem({
  claim,
  today,
  ageingMonths,
  onShow,
}: Pick<EvidencePanelProps, 'today' | 'ageingMonths' | 'onShow'> & { claim: Claim }) {
  const { record, words, part } = claim;
  return (
    <li>
      <button
        type="button"
        className={classes.claim}
        data-claim-state={claimState(claim)}
        onClick={() => onShow(claim)}
      >
        <span className={classes.words}>{words === '' ? 'A note or field' : words}</span>
        <span className={classes.source}>
          {partDefinitions[part].title}. {sourceLine(record)}
        </span>
        {record && ageingMonths !== null && isAgeing(record, today, ageingMonths) && (
          <span className={classes.ageing}>{ageingQuestion(ageingMonths)}</span>
        )}
      </button>
    </li>
  );
}

function Orphans({
  orphans,
  onForget,
}: {
  orphans: EvidenceRecord[];
  onForget: EvidencePanelProps['onForget'];
}) {
  return (
    <section aria-label="Cards without words">
      <h2 className={classes.group}>
        Its words were deleted <span className={classes.count}>{orphans.length}</span>
      </h2>
      <ul className={classes.list}>
        {orphans.map((record) => (
          <li key={record.id} className={classes.orphan}>
            <span className={classes.source}>{sourceLine(record)}</span>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Throw away: ${sourceLine(record)}`}
              onClick={() => onForget(record)}
            >
              Throw away
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
