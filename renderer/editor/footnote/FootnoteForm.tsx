import { Button, Group, Textarea } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';

interface FootnoteFormProps {
  editor: Editor;
  pos: number;
  onDone: () => void;
}

/** The words of one footnote. */
export function FootnoteForm({ editor, pos, onDone }: FootnoteFormProps) {
  const node = editor.state.doc.nodeAt(pos);
  const [text, setText] = useState(String(node?.attrs.text ?? ''));
  // Someone else may have changed the text meanwhile; then this is not the same footnote any more.
  const isThere = () => editor.state.doc.nodeAt(pos)?.type.name === 'footnote';

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isThere()) editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, 'text', text.trim()));
    onDone();
  };
  const remove = () => {
    if (isThere()) editor.view.dispatch(editor.state.tr.delete(pos, pos + 1));
    onDone();
  };

  return (
    <form onSubmit={save} className="dl-form">
      <Textarea
        label="Footnote"
        autosize
        minRows={2}
        value={text}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={8} mt={10}>
        <Button type="submit" size="xs">
          Keep
        </Button>
        <Button variant="default" size="xs" onClick={remove}>
          Remove footnote
        </Button>
      </Group>
    </form>
  );
}
