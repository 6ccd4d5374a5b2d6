import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { type RichNode, stringAttr } from '../../narrative/richText';
import type { ReviewRecord } from '../reviewRecord';

/** Names of people that a narrative knows: who said something, sat in a meeting, or owns or asked a question. */
export function knownPeople(records: Iterable<ReviewRecord>, content: NarrativeContent): string[] {
  const names = new Set<string>();
  for (const record of records) {
    names.add(record.by);
    if (record.kind === 'meeting') for (const name of record.people) names.add(name);
  }
  for (const part of ['customerFaq', 'internalFaq'] as const) addOwners(content.parts[part], names);
  names.delete('');
  return [...names].sort((a, b) => a.localeCompare(b));
}

function addOwners(node: RichNode, names: Set<string>): void {
  if (node.type === 'faqItem')
    for (const key of ['owner', 'askedBy']) names.add(stringAttr(node, key).trim());
  for (const child of node.content ?? []) addOwners(child, names);
}
