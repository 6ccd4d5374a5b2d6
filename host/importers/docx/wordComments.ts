import type { Author } from './trackedChanges';
import type { WordParts } from './wordParts';
import { childrenNamed, elementsNamed, wordsOf, type XmlElement, xmlAttribute } from './xmlTree';

export interface WordComment extends Author {
  id: string;
  text: string;
  /** Id of the comment that it answers; '' for one that begins a thread. */
  answers: string;
  isResolved: boolean;
}

/** The remarks of a Word file, with who answered whom and what is resolved. */
export function readWordComments(parts: WordParts): WordComment[] {
  const relations = parts.relationsOf(parts.main);
  const treeOf = (type: string) => {
    const target = relations.find((relation) => relation.type === type && !relation.isExternal)?.target;
    return target === undefined ? null : parts.read(target);
  };
  const tree = treeOf('comments');
  if (!tree) return [];
  const elements = childrenNamed(tree, 'w:comment');
  const states = readStates(treeOf('commentsExtended'));
  const idOfParagraph = new Map<string, string>();
  for (const element of elements) {
    for (const paragraph of elementsNamed(element, 'w:p'))
      idOfParagraph.set(xmlAttribute(paragraph, 'w14:paraId'), xmlAttribute(element, 'w:id'));
  }
  return elements.map((element) => {
    const state = elementsNamed(element, 'w:p')
      .map((paragraph) => states.get(xmlAttribute(paragraph, 'w14:paraId')))
      .findLast((found) => found !== undefined);
    return {
      id: xmlAttribute(element, 'w:id'),
      by: xmlAttribute(element, 'w:author'),
      at: xmlAttribute(element, 'w:date'),
      text: elementsNamed(element, 'w:p').map(wordsOf).join('\n').trim(),
      answers: idOfParagraph.get(state?.answers ?? '') ?? '',
      isResolved: state?.isResolved ?? false,
    };
  });
}

/** What newer Word files say about each remark, by the id of its last paragraph. */
function readStates(tree: XmlElement | null): Map<string, { answers: string; isResolved: boolean }> {
  const states = tree ? childrenNamed(tree, 'w15:commentEx') : [];
  return new Map(
    states.map((state) => [
      xmlAttribute(state, 'w15:paraId'),
      {
        answers: xmlAttribute(state, 'w15:paraIdParent'),
        isResolved: ['1', 'true', 'on'].includes(xmlAttribute(state, 'w15:done')),
      },
    ]),
  );
}
