import { Button, Group, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { userKindLimit, userKindName, userKindOf, userKinds } from '../../../core/manuals/userKinds';
import { setUserKind, userKindIn } from './userKindCommands';

/** Which kind of user a use case or a manual is about: one of the usual ones, or words of one's own. */
export function UserKindForm({ editor, id, onDone }: { editor: Editor; id: string; onDone: () => void }) {
  const [name, setName] = useState(() => userKindName(userKindIn(editor, id)));
  const keep = (user: string) => {
    setUserKind(editor, id, user);
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(userKindOf(name));
  };
  return (
    <form onSubmit={submit} className="dl-form" aria-label="Kind of user">
      <TextInput
        label="Kind of user"
        description="In a word, such as “Night nurse”"
        value={name}
        maxLength={userKindLimit}
        data-autofocus
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <fieldset className="dl-user-kinds" aria-label="Usual kinds">
        {userKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={userKindOf(name) === kind}
            onClick={() => keep(kind)}
          >
            {userKindName(kind)}
          </button>
        ))}
      </fieldset>
      <Group gap={8} mt={12}>
        <Button type="submit" size="xs">
          Keep
        </Button>
        <Button size="xs" variant="subtle" onClick={() => keep('')}>
          Nobody in particular
        </Button>
      </Group>
    </form>
  );
}
