import { useId } from 'react';
import { type EvidenceState, evidenceStates } from '../../../core/evidence/evidenceRecord';
import { stateNames } from '../../../core/evidence/stateNames';

const meanings: Readonly<Record<EvidenceState, string>> = {
  known: 'Known: somebody measured, decided or published it',
  heard: 'Heard: customers told us',
  assumed: 'Assumed: we believe it and have not asked',
  target: 'Target: what we want to reach',
  unknown: 'Unknown: we do not know yet',
};

/** How sure a claim is, as five choices with a glyph and a word each. */
export function StateChoice(props: { value: EvidenceState; onChange: (state: EvidenceState) => void }) {
  const { value, onChange } = props;
  const group = useId();
  return (
    <fieldset className="dl-ev-states">
      <legend className="dl-hidden">How sure is this?</legend>
      {evidenceStates.map((state) => (
        <label key={state} data-state={state} title={meanings[state]}>
          <input
            type="radio"
            name={group}
            value={state}
            checked={state === value}
            {...(state === value ? { 'data-autofocus': true } : {})}
            onChange={() => onChange(state)}
          />
          <span className="dl-ev-glyph" data-state={state} aria-hidden="true" />
          {stateNames[state]}
        </label>
      ))}
    </fieldset>
  );
}
