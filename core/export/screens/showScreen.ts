import { printable } from '../../import/printable';
import { type RichNode, stringAttr } from '../../narrative/richText';
import type { ScreenRecord } from '../../screens/screenRecord';

/** A screen as exports show it. */
export interface ShownScreen {
  /** Asset of its picture; null where there is none to show. */
  asset: string | null;
  title: string;
  alt: string;
  /** What stands in the place of a picture that is not there, as a sentence; '' where it is. */
  missing: string;
}

/** What is known of the screen that a node names; `hasAsset` tells whether a picture's file came along. */
export function showScreen(
  node: RichNode<string>,
  screens: Readonly<Record<string, ScreenRecord>>,
  hasAsset: (name: string) => boolean,
): ShownScreen {
  const id = stringAttr(node, 'id');
  const record = Object.hasOwn(screens, id) ? screens[id] : undefined;
  const title = printable(record?.title ?? '').trim();
  const alt = printable(record?.alt ?? '').trim();
  const isThere = record?.picture ? hasAsset(record.picture.png) : false;
  return {
    asset: isThere ? (record?.picture?.png ?? null) : null,
    title,
    alt,
    missing: isThere ? '' : whatIsMissing(record, title),
  };
}

function whatIsMissing(record: ScreenRecord | undefined, title: string): string {
  if (!record) return 'A screen stood here. Nothing else is known of it.';
  const name = title === '' ? 'A screen without a name' : `The screen “${title}”`;
  return record.picture
    ? `${name} is missing: its picture is not in the library any more.`
    : `${name} is missing: it was not drawn yet.`;
}
