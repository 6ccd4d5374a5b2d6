import { Textarea, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { KeepForm } from '../popover/KeepForm';

interface PictureFormProps {
  editor: Editor;
  pos: number;
  onDone: () => void;
}

/** Asks what a picture shows, for people who cannot see it, and for the words below it. */
export function PictureForm({ editor, pos, onDone }: PictureFormProps) {
  const node = editor.state.doc.nodeAt(pos);
  const [alt, setAlt] = useState(String(node?.attrs.alt ?? ''));
  const [caption, setCaption] = useState(String(node?.attrs.caption ?? ''));

  const keep = () => {
    const tr = editor.state.tr;
    // Someone else may have changed the text meanwhile; then this is not the same picture any more.
    if (tr.doc.nodeAt(pos)?.type.name === 'image') {
      tr.setNodeAttribute(pos, 'alt', alt.trim()).setNodeAttribute(pos, 'caption', caption.trim());
      editor.view.dispatch(tr);
    }
    onDone();
  };

  return (
    <KeepForm onKeep={keep}>
      <Textarea
        label="What does the picture show?"
        description="For people who cannot see it. Leave it empty for decoration."
        autosize
        minRows={2}
        value={alt}
        data-autofocus
        onChange={(event) => setAlt(event.currentTarget.value)}
      />
      <TextInput
        label="Caption"
        value={caption}
        onChange={(event) => setCaption(event.currentTarget.value)}
      />
    </KeepForm>
  );
}
