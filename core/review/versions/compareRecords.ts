import { stateNames } from '../../evidence/stateNames';
import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { partDefinitions } from '../../narrative/parts';
import { plainText } from '../../narrative/plainText';
import { stringAttr } from '../../narrative/richText';
import type { RecordChange } from './comparison';

/** Which records one content has and the other has not, or has otherwise. */
export function compareRecords(was: NarrativeContent, now: NarrativeContent): RecordChange[] {
  const storyOf = (id: string) => storyName(now, id) || storyName(was, id) || id;
  const promiseOf = (id: string) => (now.promises[id] ?? was.promises[id])?.words ?? '';
  return [
    ...changesIn(
      'Source card',
      [was.evidence, now.evidence],
      ({ what, note, state }) => what || note || stateNames[state],
    ),
    ...changesIn('Confirmed value', [was.facts, now.facts], ({ label, key }) => label || key),
    ...changesIn('Parked for feasibility', [was.drawer, now.drawer], ({ text }) => text),
    ...changesIn('Screen', [was.screens, now.screens], ({ title, id }) => title || id),
    ...changesIn('Storyboard', [was.storyboards, now.storyboards], ({ useCase }) => storyOf(useCase)),
    ...changesIn('Promise', [was.promises, now.promises], ({ words, id }) => words || id),
    ...changesIn('What keeps a promise', [was.links, now.links], ({ promise, words }) =>
      [promiseOf(promise), words].filter((word) => word !== '').join(' · '),
    ),
    ...stateChanges(was, now),
  ];
}

type Records<T> = Readonly<Record<string, T>>;

function changesIn<T>(
  what: string,
  [was, now]: readonly [Records<T>, Records<T>],
  nameOf: (record: T) => string,
): RecordChange[] {
  const ids = [...new Set([...Object.keys(was), ...Object.keys(now)])].sort();
  return ids.flatMap((id): RecordChange[] => {
    const [old, fresh] = [ownOf(was, id), ownOf(now, id)];
    const shown = fresh ?? old;
    if (shown === undefined || JSON.stringify(old) === JSON.stringify(fresh)) return [];
    return [{ what, name: nameOf(shown), kind: kindOf(old, fresh) }];
  });
}

const ownOf = <T>(records: Records<T>, id: string): T | undefined =>
  Object.hasOwn(records, id) ? records[id] : undefined;

function kindOf(was: unknown, now: unknown): RecordChange['kind'] {
  if (was === undefined) return 'added';
  return now === undefined ? 'removed' : 'changed';
}

/** How far a part was said to be, and whether feasibility was opened early. */
function stateChanges(was: NarrativeContent, now: NarrativeContent): RecordChange[] {
  const gates = [was.gate ?? undefined, now.gate ?? undefined] as const;
  const isOpened = JSON.stringify(gates[0]) !== JSON.stringify(gates[1]);
  const parts = Object.values(partDefinitions).filter(({ key }) => was.states[key] !== now.states[key]);
  return [
    ...parts.map(({ key, title }) => ({
      what: 'State of a part',
      name: title,
      kind: kindOf(was.states[key], now.states[key]),
    })),
    ...(isOpened ? [{ what: 'Gate', name: partDefinitions.feasibility.title, kind: kindOf(...gates) }] : []),
  ];
}

/** The title of a story; '' where there is none. */
function storyName({ parts }: NarrativeContent, useCase: string): string {
  const story = parts.experience.content?.find((node) => stringAttr(node, 'id') === useCase);
  const title = story?.content?.find(({ type }) => type === 'title');
  return title ? plainText(title).trim() : '';
}
