import { plainText } from '../../narrative/plainText';
import { stringAttr } from '../../narrative/richText';
import { showScreen } from '../screens/showScreen';
import { unwrittenQuestion } from '../screens/unwrittenQuestion';
import { anchorName } from '../thread/anchors';
import type { CodeRole, ReadingBlock, ReadingPicture, ReadingUnwritten } from './readingBlock';
import { type ReadingNode, remarkIds } from './readingNode';
import type { Surroundings } from './toReadingBlocks';

/** A snippet of code. */
export function readCode(node: ReadingNode): ReadingBlock {
  const given = stringAttr(node, 'role');
  const role: CodeRole = given === 'request' || given === 'response' ? given : '';
  return {
    type: 'code',
    language: stringAttr(node, 'language'),
    role,
    text: plainText(node),
    remarks: remarkIdsIn(node),
  };
}

/** Code has no marks, so that what is said about some of it is said about all of it. */
function remarkIdsIn(node: ReadingNode): string[] {
  const below = (node.content ?? []).flatMap(remarkIds);
  return [...new Set([...remarkIds(node), ...below])];
}

/** A picture; what is missing about it is told. */
export function readPicture(node: ReadingNode, { part, warnings, assets }: Surroundings): ReadingPicture {
  const name = stringAttr(node, 'asset');
  const alt = stringAttr(node, 'alt').trim();
  const caption = stringAttr(node, 'caption');
  const asset = assets.has(name) ? name : null;
  const shown = alt || caption || 'without a description';
  if (asset === null)
    warnings.add(
      'missing-picture',
      `A picture (${shown.slice(0, 80)}) is missing; a note stands in its place.`,
      part,
    );
  if (alt === '')
    warnings.add('no-alt-text', 'A picture has no alternative text, so it is marked “not described”.', part);
  const missing = asset === null ? `Picture missing: ${alt || 'not described'}` : '';
  return {
    type: 'picture',
    kind: 'picture',
    asset,
    alt: alt || 'not described',
    caption,
    missing,
    anchor: '',
    remarks: remarkIds(node),
  };
}

/** A screen as its picture; one that cannot be shown is named, and told. */
export function readScreen(
  node: ReadingNode,
  { part, warnings, assets, content, anchors }: Surroundings,
): ReadingPicture {
  const shown = showScreen(node, content.screens, (name) => assets.has(name));
  const { asset, title, alt, missing } = shown;
  if (missing !== '')
    warnings.add('missing-picture', `${missing.slice(0, 200)} A note stands in its place.`, part);
  if (asset !== null && alt === '')
    warnings.add(
      'no-alt-text',
      `The screen “${title.slice(0, 80)}” has no alternative text, so it is marked “not described”.`,
      part,
    );
  return {
    type: 'picture',
    kind: 'screen',
    asset,
    alt: alt || 'not described',
    caption: asset === null ? '' : title,
    missing: missing === '' || alt === '' ? missing : `${missing} It shows: ${alt}`,
    anchor: anchors.take('screen', stringAttr(node, 'id')),
    remarks: remarkIds(node),
  };
}

/** What cannot be written yet, with a link to the question that it waits for. */
export function readUnwritten(
  node: ReadingNode,
  { content }: Surroundings,
  blocks: ReadingBlock[],
): ReadingUnwritten {
  const { id, words } = unwrittenQuestion(node, content.parts.internalFaq);
  const link = { type: 'link' as const, attrs: { href: `#${anchorName('faq', id)}` } };
  const question: ReadingNode = { type: 'text', text: words, ...(id === '' ? {} : { marks: [link] }) };
  return { type: 'unwritten', question: words === '' ? [] : [question], blocks };
}
