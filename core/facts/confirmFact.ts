import * as Y from 'yjs';
import { partFragment } from '../narrative/narrativeDoc';
import { partKeys } from '../narrative/parts';
import { factsMap } from '../narrative/recordMaps';
import type { Fact } from './fact';

/** Settles the one value of a fact and shows it in every field that stands for it, in one transaction. */
export function confirmFact(doc: Y.Doc, fact: Fact): void {
  doc.transact(() => {
    factsMap(doc).set(fact.key, fact);
    for (const part of partKeys) writeFields(partFragment(doc, part), fact);
  });
}

/** Takes a confirmation back. Fields keep the value they showed last. */
export function forgetFact(doc: Y.Doc, key: string): void {
  factsMap(doc).delete(key);
}

function writeFields(parent: Y.XmlFragment | Y.XmlElement, fact: Fact): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (child.nodeName !== 'fact') writeFields(child, fact);
    else if (child.getAttribute('key') === fact.key && child.getAttribute('value') !== fact.value) {
      child.setAttribute('value', fact.value);
    }
  }
}
