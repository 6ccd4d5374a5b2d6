import { Tooltip } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { isMacOS } from '@tiptap/core';
import type { ReactNode, Ref } from 'react';

interface ToolbarButtonProps {
  label: string;
  icon: TablerIcon;
  onClick?: () => void;
  pressed?: boolean;
  disabled?: boolean;
  /** The letter that does the same with Ctrl, or with Cmd on macOS. */
  keys?: string;
  /** Hidden where the window is narrow. */
  rare?: boolean;
  hasMenu?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** One tool: an icon with its name in a tooltip. A click leaves the caret in the text. */
export function ToolbarButton(props: ToolbarButtonProps): ReactNode {
  const {
    label,
    icon: Icon,
    onClick,
    pressed,
    disabled = false,
    keys,
    rare = false,
    hasMenu,
    ref,
    ...rest
  } = props;
  return (
    <Tooltip label={keys ? `${label} (${isMacOS() ? '⌘' : 'Ctrl '}${keys})` : label}>
      <button
        {...rest}
        ref={ref}
        type="button"
        aria-label={label}
        className={rare ? 'dl-tool dl-tool-rare' : 'dl-tool'}
        disabled={disabled}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        {...(hasMenu ? { 'aria-haspopup': 'menu' as const } : {})}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        <Icon size={18} stroke={1.75} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
