import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import { chooseFiles } from '../../ui/chooseFiles';
import { popoversOf } from '../popover/popoverStore';
import { blockPosition } from '../structure/cells';

/** Keeps a picture's bytes and answers the name it is stored under. */
export type UploadImage = (file: File) => Promise<{ asset: string }>;

export interface PictureInsertionOptions {
  uploadImage: UploadImage | null;
  /** Told when a picture could not be kept; the text stays as it was. */
  onProblem: (error: unknown) => void;
}

declare module '@tiptap/core' {
  interface Storage {
    pictureInsertion: PictureInsertionOptions;
  }
}

/** Takes pictures that are dropped on the text or pasted into it. */
export const PictureInsertion = Extension.create<PictureInsertionOptions, PictureInsertionOptions>({
  name: 'pictureInsertion',
  addOptions: () => ({ uploadImage: null, onProblem: () => {} }),
  addStorage() {
    return this.options;
  },
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('pictureInsertion'),
        props: {
          handlePaste(_view, event) {
            // Word and browsers put a picture of the text beside the text itself; then the text is meant.
            if (event.clipboardData?.types.includes('text/html')) return false;
            return takeFiles(editor, event.clipboardData?.files);
          },
          handleDrop(view, event) {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (!at || imagesAmong(event.dataTransfer?.files).length === 0) return false;
            event.preventDefault();
            view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos))));
            return takeFiles(editor, event.dataTransfer?.files);
          },
        },
      }),
    ];
  },
});

function imagesAmong(files: FileList | undefined): File[] {
  return [...(files ?? [])].filter((file) => file.type.startsWith('image/'));
}

function takeFiles(editor: Editor, files: FileList | undefined): boolean {
  const images = imagesAmong(files);
  if (images.length === 0) return false;
  void insertPictures(editor, images);
  return true;
}

/** Keeps the pictures one after the other, puts each below the caret, and asks for a description of the last. */
export async function insertPictures(editor: Editor, files: readonly File[]): Promise<void> {
  const { uploadImage, onProblem } = editor.storage.pictureInsertion;
  if (!uploadImage) return;
  for (const file of files) {
    try {
      const { asset } = await uploadImage(file);
      if (!editor.isDestroyed) insertPicture(editor, asset);
    } catch (error) {
      onProblem(error);
    }
  }
}

function insertPicture(editor: Editor, asset: string): void {
  const { state, view } = editor;
  const pos = blockPosition(state.selection.$head);
  const tr = state.tr.insert(pos, state.schema.node('image', { asset }));
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)).scrollIntoView());
  openPictureDetails(editor, pos);
}

/** Asks for the description and caption of the picture at this position. */
export function openPictureDetails(editor: Editor, pos: number): void {
  const dom = editor.view.nodeDOM(pos);
  if (!(dom instanceof HTMLElement)) return;
  popoversOf(editor).open({ kind: 'picture', pos, anchor: dom.getBoundingClientRect() });
}

/** Lets a person choose picture files of this computer. */
export function choosePictures(editor: Editor): void {
  chooseFiles('image/*', (files) => void insertPictures(editor, files));
}
