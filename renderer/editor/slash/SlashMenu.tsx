import { Portal } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { slashStoreOf } from './slashStore';

const menuHeight = 320;

/** The menu behind `/`. The caret stays in the text; the text points to the active line for screen readers. */
export function SlashMenu({ editor }: { editor: Editor }) {
  const store = slashStoreOf(editor);
  const state = useSyncExternalStore(store.subscribe, store.current);
  const id = useId();
  const active = useRef<HTMLDivElement>(null);
  const activeId = state ? `${id}-${state.index}` : null;

  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' });
    if (editor.isDestroyed) return;
    const { dom } = editor.view;
    if (activeId) dom.setAttribute('aria-activedescendant', activeId);
    else dom.removeAttribute('aria-activedescendant');
  }, [editor, activeId]);

  if (!state) return null;
  const below = state.rect.bottom + 6;
  const fitsBelow = below + menuHeight < window.innerHeight;
  const place = fitsBelow ? { top: below } : { bottom: window.innerHeight - state.rect.top + 6 };
  return (
    <Portal>
      <div
        role="listbox"
        aria-label="Insert"
        className="dl-slash-menu"
        style={{ left: state.rect.left, maxHeight: menuHeight, ...place }}
      >
        {state.items.map((item, index) => {
          const isActive = index === state.index;
          return (
            <div
              key={item.title}
              id={`${id}-${index}`}
              ref={isActive ? active : null}
              role="option"
              aria-selected={isActive}
              tabIndex={-1}
              className="dl-slash-item"
              // The text must keep the caret, or the words after the slash could not be replaced.
              onMouseDown={(event) => {
                event.preventDefault();
                state.choose(item);
              }}
            >
              <item.icon size={18} stroke={1.75} aria-hidden="true" />
              {item.title}
            </div>
          );
        })}
      </div>
    </Portal>
  );
}
