import { type RichNode, stringAttr } from '../narrative/richText';
import type { ScreenRecord } from '../screens/screenRecord';

/** A screen as a picture with its title below; a line with its name while it is not drawn. */
export function screenAsBlock(node: RichNode, screens: Readonly<Record<string, ScreenRecord>>): RichNode {
  const id = stringAttr(node, 'id');
  const record = Object.hasOwn(screens, id) ? screens[id] : undefined;
  if (!record?.picture) return lineOf(`Screen: ${record?.title || 'without a name'}`);
  const { picture, alt, title } = record;
  return { type: 'image', attrs: { asset: picture.png, alt, caption: title } };
}

/** The line above what a manual cannot say yet, with the question that it waits for. */
export function unwrittenLead(node: RichNode): RichNode {
  const question = stringAttr(node, 'words');
  return lineOf(question === '' ? 'Not written yet.' : `Not written yet. It waits for: ${question}`);
}

const lineOf = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
