import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, NodeSelection } from '@tiptap/pm/state';
import { newScreen, nextState, writeScreen } from '../../../core/screens/screenChanges';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { withItemNews } from '../items/itemNews';
import { blockPosition } from '../structure/cells';
import type { PlacedScreen } from './openScreen';
import { screenOf, screenOptions } from './screenOptions';

/**
 * Puts a screen into the text and selects it there: in the place of a selected one that is gone, else in the step
 * with the caret. Its record is written in the same step of undo.
 */
export function insertScreen(editor: Editor, record: ScreenRecord): void {
  const { state, schema } = editor;
  const node = schema.node('screen', { id: record.id });
  const { selection } = state;
  const isSelected = selection instanceof NodeSelection && selection.node.type.name === 'screen';
  const replaced = isSelected && !screenOf(editor, String(selection.node.attrs.id));
  const pos = replaced ? selection.from : screenPosition(state);
  asOneStep(editor, () => {
    writeRecord(editor, record);
    const tr = replaced
      ? editor.state.tr.replaceWith(pos, selection.to, node)
      : editor.state.tr.insert(pos, node);
    editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)).scrollIntoView());
  });
}

/** Selects a screen's first place in this part and shows it. False when it stands nowhere here. */
export function goToScreen(editor: Editor, id: string): boolean {
  const pos = placesOf(editor.state.doc, id)[0];
  if (pos === undefined) return false;
  editor.view.dispatch(
    editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, pos)).scrollIntoView(),
  );
  editor.view.focus();
  return true;
}

/** Writes what a screen is called and what is to be seen on it. False when it is gone. */
export function setScreenWords(editor: Editor, id: string, words: { title: string; alt: string }): boolean {
  const record = screenOf(editor, id);
  if (!record) return false;
  asOneStep(editor, () => writeRecord(editor, { ...record, ...words }));
  return true;
}

/** Puts a copy of a screen behind it, to be drawn on as what is seen next. False when it is gone. */
export function addNextState(editor: Editor, { id, pos }: PlacedScreen): boolean {
  const record = screenOf(editor, id);
  if (!record || !isAt(editor.state, { id, pos })) return false;
  const made = { by: screenOptions(editor).author(), at: new Date().toISOString() };
  const next = nextState(record, crypto.randomUUID(), made);
  asOneStep(editor, () => {
    writeRecord(editor, next);
    const tr = editor.state.tr.insert(pos + 1, editor.schema.node('screen', { id: next.id }));
    withItemNews(tr, `The next state stands behind “${record.title || 'the screen'}”.`);
    editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos + 1)).scrollIntoView());
  });
  return true;
}

/** Takes a screen out of one place; it stays on the shelf and in its other places. */
export function takeOutScreen(editor: Editor, place: PlacedScreen): boolean {
  const { state, view } = editor;
  if (!isAt(state, place)) return false;
  asOneStep(editor, () => {
    const tr = state.tr.delete(place.pos, place.pos + 1);
    view.dispatch(withItemNews(tr, 'Taken out of the text. The screen is kept with the others.'));
  });
  return true;
}

/** Makes a picture of the text a screen that can be drawn on. Answers its id; null when the picture is gone. */
export async function pictureToScreen(editor: Editor, pos: number): Promise<string | null> {
  const asset = String(editor.state.doc.nodeAt(pos)?.attrs.asset ?? '');
  const size = await sizeOf(screenOptions(editor).assetUrl(asset));
  const node = editor.isDestroyed ? null : editor.state.doc.nodeAt(pos);
  if (!size || node?.type.name !== 'image' || node.attrs.asset !== asset) return null;
  const { alt, caption } = node.attrs as { alt: string; caption: string };
  const blank = newScreen(crypto.randomUUID(), caption, 'picture');
  const picture = { scene: '', svg: '', png: asset, ...size };
  asOneStep(editor, () => {
    writeRecord(editor, { ...blank, alt: alt.slice(0, 2000), picture });
    const screen = editor.schema.node('screen', { id: blank.id });
    const tr = editor.state.tr.replaceWith(pos, pos + node.nodeSize, screen);
    editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)));
  });
  return blank.id;
}

/** In the step with the caret, below its block; from elsewhere in a use case in the first step without a screen. */
function screenPosition({ selection: { $head } }: EditorState): number {
  const depth = [3, 2, 1].find((level) => level <= $head.depth && $head.node(level).type.name === 'step');
  const isInCase = $head.depth > 0 && $head.node(1).type.name === 'useCase';
  if (depth !== undefined || !isInCase) return blockPosition($head);
  const steps: { node: ProseMirrorNode; start: number }[] = [];
  $head.node(1).forEach((node, offset) => {
    if (node.type.name === 'step') steps.push({ node, start: $head.start(1) + offset + 1 });
  });
  const step = steps.find(({ node }) => !hasScreen(node)) ?? steps[0];
  return step ? step.start + endOfBlocks(step.node) : blockPosition($head);
}

/** Offset behind the last block of a step, before the lines that follow its words. */
function endOfBlocks(step: ProseMirrorNode): number {
  let end = step.content.size;
  step.forEach((child, offset) => {
    if (child.type.isInGroup('block')) end = offset + child.nodeSize;
  });
  return end;
}

function hasScreen(node: ProseMirrorNode): boolean {
  let found = false;
  node.descendants((child) => {
    found ||= child.type.name === 'screen';
    return !found;
  });
  return found;
}

function placesOf(doc: ProseMirrorNode, id: string): number[] {
  const places: number[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'screen' && node.attrs.id === id) places.push(pos);
    return !node.isTextblock;
  });
  return places;
}

/** Somebody else may have changed the text meanwhile. */
function isAt({ doc }: EditorState, { id, pos }: PlacedScreen): boolean {
  const node = pos < doc.content.size ? doc.nodeAt(pos) : null;
  return node?.type.name === 'screen' && node.attrs.id === id;
}

function writeRecord(editor: Editor, record: ScreenRecord): void {
  const { records, history } = screenOptions(editor);
  if (records?.doc) writeScreen(records.doc, record, history);
}

function asOneStep(editor: Editor, change: () => void): void {
  const { history } = screenOptions(editor);
  history?.stopCapturing();
  change();
  history?.stopCapturing();
}

/** In pixels; null for what is no picture. */
async function sizeOf(address: string): Promise<{ width: number; height: number } | null> {
  const image = new Image();
  image.src = address;
  const isThere = await image.decode().then(
    () => true,
    () => false,
  );
  return isThere && image.naturalWidth > 0
    ? { width: image.naturalWidth, height: image.naturalHeight }
    : null;
}
