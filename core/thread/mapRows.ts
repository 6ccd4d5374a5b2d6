import type { ThreadPromise } from './collectPromises';
import { endKey } from './itemEnds';
import type { Thread, ThreadRow } from './readThread';
import { type ThreadColumn, type ThreadEnd, threadColumns } from './threadEnd';

/** What the map says above each column: who keeps the promise there. */
export const columnTitles: Readonly<Record<ThreadColumn, string>> = {
  faq: 'A customer asks',
  step: 'A story shows',
  screen: 'A screen does',
  howTo: 'A how-to explains',
  metric: 'A number proves',
  evidence: 'A source says',
};

/** What stands where nothing keeps a promise. */
export const gapWords: Readonly<Record<ThreadColumn, string>> = {
  faq: 'Nobody asks yet',
  step: 'Nobody lives it yet',
  screen: 'None yet',
  howTo: 'None yet',
  metric: 'No measure yet',
  evidence: 'No source yet',
};

/** An end as a cell names it: its words, and its number where it has one ("Q 4", "step 3"), else ''. */
export interface MapEnd extends ThreadEnd {
  number: string;
}

export interface MapRow {
  promise: ThreadPromise;
  cells: Record<ThreadColumn, MapEnd[]>;
}

/** The rows of the map in reading order, with what their cells say. */
export function mapRows(thread: Thread): MapRow[] {
  const numbers = endNumbers(thread);
  const named = (end: ThreadEnd): MapEnd => ({ ...end, number: numbers.get(endKey(end)) ?? '' });
  return thread.rows.map(({ promise, chain }) => ({ promise, cells: cellsOf(chain, named) }));
}

/** How the thread stands, in numbers. */
export interface ThreadCounts {
  promises: number;
  important: number;
  /** Promises that nobody can do yet. */
  loosePromises: number;
  /** Those, and what nobody was promised. */
  loose: number;
  /** Live links. */
  links: number;
  /** Links whose end is gone. */
  broken: number;
}

/** Counts what the rail, the head of the map and the status line say. */
export function countThread({ rows, orphans, broken }: Thread): ThreadCounts {
  const linksOf = ({ chain }: ThreadRow) => threadColumns.reduce((sum, key) => sum + chain[key].length, 0);
  return {
    promises: rows.length,
    important: rows.filter(({ promise }) => promise.isImportant).length,
    loosePromises: orphans.promises.length,
    loose: orphans.promises.length + orphans.ends.length,
    links: rows.reduce((sum, row) => sum + linksOf(row), 0),
    broken: broken.length,
  };
}

function cellsOf(chain: ThreadRow['chain'], named: (end: ThreadEnd) => MapEnd): MapRow['cells'] {
  const { faq, step, screen, howTo, metric, evidence } = chain;
  return {
    faq: faq.map(named),
    step: step.map(named),
    screen: screen.map(named),
    howTo: howTo.map(named),
    metric: metric.map(named),
    evidence: evidence.map(named),
  };
}

/** Questions are counted through a part, steps through their story; blank ones too, as the text numbers them. */
function endNumbers({ ends }: Thread): Map<string, string> {
  const counts = new Map<string, number>();
  const numbers = new Map<string, string>();
  for (const [key, { kind, place }] of ends.byKey) {
    if (kind !== 'faq' && kind !== 'step') continue;
    const among = kind === 'faq' ? place.part : place.section;
    const number = (counts.get(among) ?? 0) + 1;
    counts.set(among, number);
    numbers.set(key, kind === 'faq' ? `Q ${number}` : `step ${number}`);
  }
  return numbers;
}
