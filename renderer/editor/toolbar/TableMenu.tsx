import { Menu } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { blockActions } from '../blockActions';
import { ToolbarButton } from './ToolbarButton';

type TableStep = { title: string; run: (chain: ChainedCommands) => ChainedCommands };

const groups: readonly (readonly TableStep[])[] = [
  [
    { title: 'Row above', run: (chain) => chain.addRowBefore() },
    { title: 'Row below', run: (chain) => chain.addRowAfter() },
    { title: 'Column before', run: (chain) => chain.addColumnBefore() },
    { title: 'Column after', run: (chain) => chain.addColumnAfter() },
  ],
  [
    { title: 'First row as heading', run: (chain) => chain.toggleHeaderRow() },
    { title: 'First column as heading', run: (chain) => chain.toggleHeaderColumn() },
    { title: 'Merge or split cells', run: (chain) => chain.mergeOrSplit() },
  ],
  [
    { title: 'Delete row', run: (chain) => chain.deleteRow() },
    { title: 'Delete column', run: (chain) => chain.deleteColumn() },
    { title: 'Delete table', run: (chain) => chain.deleteTable() },
  ],
];

interface TableMenuProps {
  editor: Editor;
  inTable: boolean;
  disabled: boolean;
}

/** Puts a table in; inside of one, changes its rows and columns. */
export function TableMenu({ editor, inTable, disabled }: TableMenuProps) {
  if (!inTable) {
    const insert = () => blockActions.table.run(editor);
    return <ToolbarButton label="Table" icon={IconTable} disabled={disabled} rare onClick={insert} />;
  }
  return (
    <Menu position="bottom" returnFocus={false}>
      <Menu.Target>
        <ToolbarButton label="Table: rows and columns" icon={IconTable} pressed rare hasMenu />
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map((steps, index) => (
          <div key={steps[0]?.title}>
            {index > 0 && <Menu.Divider />}
            {steps.map(({ title, run }) => (
              <Menu.Item key={title} onClick={() => run(editor.chain().focus()).run()}>
                {title}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
