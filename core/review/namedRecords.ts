import type { NarrativeContent } from '../narrative/narrativeDoc';
import type { NarrativeRecords } from '../narrative/recordMaps';
import { type RichNode, stringAttr } from '../narrative/richText';
import type { TextChange } from './textChange';

/** Records that a text can name, by their map. */
type Named = { [K in 'evidence' | 'facts' | 'screens' | 'promises']: Set<string> };

/** What came with a returned text besides its words, held against what the narrative has. */
export interface BroughtRecords {
  /** Records that new words name and the narrative lacks. */
  missing: Pick<NarrativeRecords, keyof Named>;
  /** Maps in which something differs from what the narrative was exported with. */
  differing: (keyof NarrativeRecords)[];
}

interface Brought {
  /** The narrative as it is. */
  present: NarrativeContent;
  /** What the file was written from, and what it says now. */
  was: NarrativeContent;
  now: NarrativeContent;
  changes: readonly TextChange[];
}

/** Which records a returned text brings along, and where its records differ; nothing is ever replaced by them. */
export function broughtRecords({ present, was, now, changes }: Brought): BroughtRecords {
  const named: Named = { evidence: new Set(), facts: new Set(), screens: new Set(), promises: new Set() };
  for (const change of changes) for (const node of 'now' in change ? change.now : []) addNamed(node, named);
  const missingIn = <K extends keyof Named>(map: K): NarrativeContent[K] =>
    Object.fromEntries(
      Object.entries(now[map]).filter(([id]) => named[map].has(id) && !Object.hasOwn(present[map], id)),
    ) as NarrativeContent[K];
  const maps = ['evidence', 'facts', 'drawer', 'screens', 'storyboards', 'promises', 'links'] as const;
  return {
    missing: {
      evidence: missingIn('evidence'),
      facts: missingIn('facts'),
      screens: missingIn('screens'),
      promises: missingIn('promises'),
    },
    differing: maps.filter((map) => differs(was[map], now[map], present[map])),
  };
}

function addNamed(node: RichNode, named: Named): void {
  for (const { type, attrs } of node.marks ?? []) {
    const id = typeof attrs?.id === 'string' ? attrs.id : '';
    if (type === 'evidence') named.evidence.add(id);
    if (type === 'promise') named.promises.add(id);
  }
  if (node.type === 'screen') named.screens.add(stringAttr(node, 'id'));
  if (node.type === 'fact') named.facts.add(stringAttr(node, 'key'));
  for (const child of node.content ?? []) addNamed(child, named);
}

/** True where a record that was exported was changed outside, and not to what the narrative says by now. */
function differs(
  was: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  present: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(now).some(([id, record]) => {
    const said = JSON.stringify(record);
    return Object.hasOwn(was, id) && JSON.stringify(was[id]) !== said && JSON.stringify(present[id]) !== said;
  });
}
