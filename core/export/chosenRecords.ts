import type { NarrativeContent } from '../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../narrative/parts';
import { isBlank } from '../narrative/plainText';
import { type NodeName, type RichNode, stringAttr } from '../narrative/richText';
import type { ExportDocument } from './exportDocument';
import { chosenParts, showsThread } from './prepareParts';

type ChosenRecords = Pick<
  NarrativeContent,
  'states' | 'gate' | 'facts' | 'drawer' | 'screens' | 'storyboards' | 'promises' | 'links'
>;

/** True where every part that holds something goes along, so that nothing is to be kept from the reader. */
export function isWhole(document: ExportDocument): boolean {
  const { content } = document;
  const chosen = chosenParts(document);
  return partKeys.every((key) => chosen.includes(key) || isBlank(content.parts[key]));
}

/**
 * The records that a file may carry beside its text, to be read back: what the chosen parts name, and all of them
 * where every part goes along. The drawer goes only where it is asked for, the thread only with the release.
 */
export function chosenRecords(document: ExportDocument): ChosenRecords {
  const { content, options } = document;
  const { facts, screens, storyboards, promises, links, states, gate } = content;
  const drawer = options.drawer && options.layout !== 'release' ? content.drawer : {};
  const chosen = chosenParts(document);
  const hasThread = showsThread(document) && chosen.includes('release');
  const thread = hasThread ? { promises, links } : { promises: {}, links: {} };
  if (isWhole(document)) return { states, gate, facts, drawer, screens, storyboards, ...thread };
  const named = namesIn(chosen.map((key) => content.parts[key]));
  const isLinked = ({ kind, place }: { kind: string; place: { part: PartKey } }) =>
    kind === 'evidence' || chosen.includes(place.part);
  return {
    states: only(states, (key) => chosen.some((part) => part === key)),
    gate: chosen.includes('feasibility') ? gate : null,
    facts: only(facts, (key) => named.fact.has(key)),
    drawer,
    screens: only(screens, (id) => named.screen.has(id)),
    storyboards: only(storyboards, (id) => named.useCase.has(id)),
    promises: thread.promises,
    links: only(thread.links, (_, link) => isLinked(link)),
  };
}

function only<T>(
  records: Readonly<Record<string, T>>,
  keeps: (id: string, record: T) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(records).filter(([id, record]) => keeps(id, record)));
}

/** What stands in these texts, by the names that records have. */
function namesIn(texts: readonly RichNode[]): Record<'fact' | 'screen' | 'useCase', ReadonlySet<string>> {
  const found = { fact: new Set<string>(), screen: new Set<string>(), useCase: new Set<string>() };
  const attrOf: Partial<Record<NodeName, string>> = { fact: 'key', screen: 'id', useCase: 'id' };
  const visit = (node: RichNode): void => {
    const attr = attrOf[node.type];
    if (attr !== undefined) found[node.type as keyof typeof found].add(stringAttr(node, attr));
    node.content?.forEach(visit);
  };
  for (const text of texts) visit(text);
  return found;
}
