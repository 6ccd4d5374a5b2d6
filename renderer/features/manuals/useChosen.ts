import { useState } from 'react';

/** Which section of a manual a thing goes to. */
export type SeedKind = 'howTo' | 'concept' | 'text';

/** What is ticked so far, in the order it was. */
export function useChosen() {
  const [chosen, setChosen] = useState<readonly { kind: SeedKind; key: string }[]>([]);
  const isSame = (kind: SeedKind, key: string) => (one: { kind: SeedKind; key: string }) =>
    one.kind === kind && one.key === key;
  return {
    count: chosen.length,
    has: (kind: SeedKind, key: string) => chosen.some(isSame(kind, key)),
    of: (kind: SeedKind) => chosen.filter((one) => one.kind === kind).map(({ key }) => key),
    choose(kind: SeedKind, key: string, isChosen: boolean) {
      setChosen((before) => {
        const others = before.filter((one) => !isSame(kind, key)(one));
        return isChosen ? [...others, { kind, key }] : others;
      });
    },
  };
}
