import * as Y from 'yjs';
import { askInternalQuestion } from '../../manuals/askQuestion';
import { partFragment } from '../../narrative/narrativeDoc';
import { asQuestion } from './askedQuestions';

/** Asks in the internal FAQ what a remark says, in the name of whoever said it; answers the id of the question. */
export function askRemark(doc: Y.Doc, remark: { text: string; by: string }, newId: string): string {
  return doc.transact(() => {
    const id = askInternalQuestion(doc, asQuestion(remark.text), newId);
    for (const item of partFragment(doc, 'internalFaq').toArray())
      if (item instanceof Y.XmlElement && item.getAttribute('id') === id)
        item.setAttribute('askedBy', remark.by);
    return id;
  });
}
