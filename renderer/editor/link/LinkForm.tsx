import { Button, Group, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { completeAddress } from './linkAddress';

/** Asks for the address of a link; takes web and mail addresses only. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const present = String(editor.getAttributes('link').href ?? '');
  const [typed, setTyped] = useState(present);
  const [problem, setProblem] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const href = completeAddress(typed);
    if (href === null) {
      setProblem('A link needs a web address or a mail address, such as example.org or name@example.org.');
      return;
    }
    setLink(editor, href);
    onDone();
  };
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetLink().run();
    onDone();
  };

  return (
    <form onSubmit={submit} className="dl-form">
      <TextInput
        label="Link to"
        placeholder="example.org"
        value={typed}
        error={problem === '' ? undefined : problem}
        data-autofocus
        onChange={(event) => {
          setProblem('');
          setTyped(event.currentTarget.value);
        }}
      />
      <Group gap={8} mt={10}>
        <Button type="submit" size="xs">
          {present === '' ? 'Add link' : 'Change link'}
        </Button>
        {present !== '' && (
          <Button variant="default" size="xs" onClick={remove}>
            Remove link
          </Button>
        )}
      </Group>
    </form>
  );
}

/** With nothing selected, the address itself becomes the words. */
function setLink(editor: Editor, href: string): void {
  const { selection } = editor.state;
  if (selection.empty && !editor.isActive('link')) {
    const marks = [{ type: 'link', attrs: { href } }];
    editor.commands.insertContent({ type: 'text', text: href.replace(/^(mailto:|https?:\/\/)/, ''), marks });
  } else {
    editor.chain().extendMarkRange('link').setLink({ href }).run();
  }
}
