import type { Quantity } from '../coach/reading/findNumbers';

/** Units that can be turned into each other: what they measure, and how much of it one is. */
const units: ReadonlyMap<string, readonly [dimension: string, size: number]> = new Map(
  Object.entries({
    time: {
      'ms millisecond milliseconds millisekunden': 0.001,
      's sec second seconds sekunde sekunden': 1,
      'min minute minutes minuten': 60,
      'h hour hours stunde stunden': 3600,
      'day days tag tage tagen': 86_400,
      'week weeks woche wochen': 604_800,
      'month months monat monate monaten': 2_629_800,
      'year years jahr jahre jahren': 31_557_600,
    },
    size: { kb: 1, mb: 1000, gb: 1_000_000, tb: 1_000_000_000 },
    weight: { 'g gram grams gramm': 0.001, 'kg kilo kilos kilogram kilograms': 1 },
    length: {
      cm: 0.01,
      'm metre metres meter meters': 1,
      'km kilometre kilometres kilometer kilometers': 1000,
      'mile miles': 1609,
    },
    share: { percent: 1 },
    factor: { times: 1 },
  }).flatMap(([dimension, sizes]) =>
    Object.entries(sizes).flatMap(([names, size]) =>
      names.split(' ').map((name) => [name, [`in ${dimension}`, size]] as const),
    ),
  ),
);

/** What a number measures and how much, so that two hours and 120 minutes are one; null for things counted. */
export function toMeasure({ kind, value, unit }: Quantity): { dimension: string; id: string } | null {
  const name = kind === 'percent' ? 'percent' : kind === 'multiple' ? 'times' : unit;
  const known = units.get(name);
  if (!known) return null;
  const [dimension, size] = known;
  return { dimension, id: `${Number((value * size).toPrecision(6))} ${dimension}` };
}
