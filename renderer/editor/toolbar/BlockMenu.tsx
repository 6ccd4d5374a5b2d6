import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { blockActions } from '../blockActions';
import type { ToolbarState } from './toolbarState';

const kinds = ['paragraph', 'heading2', 'heading3', 'heading4', 'code'] as const;

interface BlockMenuProps {
  editor: Editor;
  block: ToolbarState['block'];
  disabled: boolean;
}

/** What kind of paragraph the caret stands in, and the others it may become. */
export function BlockMenu({ editor, block, disabled }: BlockMenuProps) {
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <button
          type="button"
          className="dl-tool dl-tool-rare"
          aria-label={`Kind of paragraph: ${blockActions[block].title}`}
          disabled={disabled}
          onMouseDown={(event) => event.preventDefault()}
        >
          {blockActions[block].title}
          <IconChevronDown size={15} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => {
          const { icon: Icon, title } = blockActions[kind];
          const run = () => (kind === block ? editor.view.focus() : blockActions[kind].run(editor));
          return (
            <Menu.Item key={kind} leftSection={<Icon size={18} stroke={1.75} />} onClick={run}>
              {title}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
