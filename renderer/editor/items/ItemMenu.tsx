import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDeviceMobile,
  IconEye,
  IconLifebuoy,
  IconMessagePlus,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react';
import { type Editor, isMacOS } from '@tiptap/core';
import { useEffect } from 'react';
import { screenOptions } from '../screen/screenOptions';
import { goToStepFact } from '../structure/stepFacts';
import { canMoveItem, deleteItem, enterItem, type ItemDirection, moveItem } from './itemCommands';
import { itemNoun } from './itemNews';

interface ItemMenuProps {
  editor: Editor;
  id: string;
  anchor: DOMRect;
  onDone: () => void;
}

/** What can be done with one item as a whole. */
export function ItemMenu({ editor, id, anchor, onDone }: ItemMenuProps) {
  const item = enterItem(editor, id);
  useEffect(() => {
    if (!item) onDone();
  });
  if (!item) return null;
  const { left, top, width, height } = anchor;
  return (
    <Menu opened onClose={onDone} returnFocus={false}>
      <Menu.Target>
        <span className="dl-anchor" style={{ left, top, width, height }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={`${itemNoun(item)}: move or delete`}>
        {item.type.name === 'step' && <StepChoices editor={editor} />}
        <CommentChoice editor={editor} noun={itemNoun(item).toLowerCase()} />
        <MoveChoice editor={editor} direction="up" />
        <MoveChoice editor={editor} direction="down" />
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={18} stroke={1.75} />} onClick={() => deleteItem(editor)}>
          Delete {itemNoun(item).toLowerCase()}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What a step may have besides its words; the caret stands in it. */
function StepChoices({ editor }: { editor: Editor }) {
  const { desk } = screenOptions(editor);
  const choice = (title: string, Icon: TablerIcon, run: () => void) => (
    // Once the menu is gone, which would take the focus along.
    <Menu.Item leftSection={<Icon size={18} stroke={1.75} />} onClick={() => setTimeout(run)}>
      {title}
    </Menu.Item>
  );
  return (
    <>
      {desk && choice('Insert a screen', IconDeviceMobile, desk.choose)}
      {choice('What they see', IconEye, () => goToStepFact(editor, 'sees'))}
      {choice('What happens if it fails', IconLifebuoy, () => goToStepFact(editor, 'failure'))}
      <Menu.Divider />
    </>
  );
}

function CommentChoice({ editor, noun }: { editor: Editor; noun: string }) {
  const { onCommentItem } = editor.storage.remarkMarks;
  if (!onCommentItem) return null;
  return (
    <>
      <Menu.Item
        leftSection={<IconMessagePlus size={18} stroke={1.75} />}
        onClick={() => setTimeout(onCommentItem)}
      >
        Comment on this {noun}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}

function MoveChoice({ editor, direction }: { editor: Editor; direction: ItemDirection }) {
  const Icon = direction === 'up' ? IconArrowUp : IconArrowDown;
  return (
    <Menu.Item
      leftSection={<Icon size={18} stroke={1.75} />}
      rightSection={<kbd className="dl-item-keys">{moveKeys(direction)}</kbd>}
      disabled={!canMoveItem(editor, direction)}
      onClick={() => moveItem(editor, direction)}
    >
      Move {direction}
    </Menu.Item>
  );
}

function moveKeys(direction: ItemDirection): string {
  const arrow = direction === 'up' ? '↑' : '↓';
  return isMacOS() ? `⌥⇧${arrow}` : `Alt Shift ${arrow}`;
}
