import { Button, Textarea, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { KeepForm } from '../popover/KeepForm';
import { pictureToScreen } from '../screen/screenCommands';
import { screenOptions } from '../screen/screenOptions';

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

  const { desk } = screenOptions(editor);
  const drawOn = async () => {
    const id = await pictureToScreen(editor, pos);
    onDone();
    if (id !== null) desk?.draw(id);
  };

  const beside = desk && (
    <Button size="xs" variant="subtle" onClick={() => void drawOn()}>
      Draw on it
    </Button>
  );

  return (
    <KeepForm onKeep={keep} beside={beside}>
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
