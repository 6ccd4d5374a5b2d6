import { NumberInput, Switch } from '@mantine/core';
import type { CoachData } from '../../../core/coach/coachData';
import type { CoachOverrides } from '../../../core/coach/coachOverrides';
import { ruleTable } from '../../../core/coach/rules/ruleTable';
import classes from './CoachSettings.module.css';

interface CheckListProps {
  /** What holds without these overrides. */
  data: CoachData;
  overrides: CoachOverrides;
  onChange: (overrides: CoachOverrides) => void;
}

/** Every check with its switch and its numbers. */
export function CheckList({ data, overrides, onChange }: CheckListProps) {
  return (
    <details>
      <summary>The {ruleTable.length} checks</summary>
      <ul className={classes.list}>
        {ruleTable.map(({ id }) => (
          <li key={id}>
            <Switch
              label={data.texts.rules[id]?.title ?? id}
              checked={isOn(id, data, overrides)}
              onChange={({ currentTarget }) =>
                onChange(switched(id, currentTarget.checked, { data, overrides }))
              }
            />
            <Numbers id={id} data={data} overrides={overrides} onChange={onChange} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Numbers({ id, data, overrides, onChange }: CheckListProps & { id: string }) {
  const usual = Object.entries(data.thresholds[id] ?? {});
  if (usual.length === 0 || !isOn(id, data, overrides)) return null;
  return (
    <div className={classes.numbers}>
      {usual.map(([name, number]) => (
        <NumberInput
          key={name}
          size="xs"
          label={numberWords(name)}
          min={0}
          max={100_000}
          value={overrides.thresholds?.[id]?.[name] ?? number}
          onChange={(value) => {
            if (typeof value !== 'number') return;
            const changed = { ...overrides.thresholds?.[id], [name]: value };
            onChange({ ...overrides, thresholds: { ...overrides.thresholds, [id]: changed } });
          }}
        />
      ))}
    </div>
  );
}

function isOn(id: string, data: CoachData, { off = [], on = [] }: CoachOverrides): boolean {
  return !off.includes(id) && (on.includes(id) || !data.off.includes(id));
}

function switched(
  id: string,
  wanted: boolean,
  { data, overrides }: Pick<CheckListProps, 'data' | 'overrides'>,
): CoachOverrides {
  const others = (list: readonly string[] = []) => list.filter((other) => other !== id);
  const isUsuallyOff = data.off.includes(id);
  return {
    ...overrides,
    off: [...others(overrides.off), ...(wanted ? [] : [id])],
    on: [...others(overrides.on), ...(wanted && isUsuallyOff ? [id] : [])],
  };
}

/** `stopWords` as people read it: "stop words". */
function numberWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
