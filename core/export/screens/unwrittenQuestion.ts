import { printable } from '../../import/printable';
import { plainText } from '../../narrative/plainText';
import { type RichDoc, type RichNode, stringAttr } from '../../narrative/richText';

/** The question that an unwritten place waits for, as it is asked now, else as it was asked when it was named. */
export function unwrittenQuestion(
  node: RichNode<string>,
  internalFaq: RichDoc,
): { id: string; words: string } {
  const id = stringAttr(node, 'question');
  const item = (internalFaq.content ?? []).find((one) => id !== '' && stringAttr(one, 'id') === id);
  const question = item?.content?.find(({ type }) => type === 'faqQuestion');
  const asked = question ? plainText(question).trim() : '';
  return { id: item ? id : '', words: printable(asked || stringAttr(node, 'words')).replaceAll('\n', ' ') };
}
