import { Button, Group } from '@mantine/core';
import { IconPlus, IconSeedling } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { userKindName, usersWithoutManual } from '../../../core/manuals/userKinds';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { addManual } from '../../editor/commands';
import { addUnwritten } from '../../editor/unwritten/unwrittenCommands';
import { SeedDialog } from '../../features/manuals/SeedDialog';
import { useFocusBack } from '../../ui/useFocusBack';
import { useCommand } from '../commands/CommandProvider';

/** Above the manuals: what they can be begun from. */
export function ManualTools({ content, editor }: { content: NarrativeContent; editor: Editor | null }) {
  const [manual, setManual] = useState<string | null>(null);
  useFocusBack(manual !== null);
  const begin = editor && (() => setManual(manualAt(editor)));
  useCommand('manual.begin', begin);
  useCommand('edit.unwritten', editor && (() => void addUnwritten(editor)));
  return (
    <>
      <Group gap={8} mt={14}>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconSeedling size={18} stroke={1.75} aria-hidden />}
          disabled={!begin}
          onClick={() => begin?.()}
        >
          Begin from the stories
        </Button>
        {editor &&
          usersWithoutManual(content).map(({ user }) => (
            <Button
              key={user}
              variant="subtle"
              size="sm"
              leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
              onClick={() => addManual(editor, userKindName(user))}
            >
              Add a manual for: {userKindName(user)}
            </Button>
          ))}
      </Group>
      {editor && manual !== null && (
        <SeedDialog content={content} editor={editor} manual={manual} onClose={() => setManual(null)} />
      )}
    </>
  );
}

/** Id of the manual with the caret; '' for none. */
function manualAt({ state }: Editor): string {
  const { $head } = state.selection;
  return $head.depth > 0 ? String($head.node(1).attrs.id ?? '') : '';
}
