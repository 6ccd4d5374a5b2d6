import { ActionIcon, Button, Group, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconLetterCase, IconX } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { findState, goToMatch, replaceAllMatches, replaceMatch, setFindQuery, showMatch } from './Find';
import '../toolbar/tools.css';

export interface FindBarProps {
  editor: Editor;
  onClose: () => void;
}

/** Find and replace within the part on the sheet. Escape closes it and leaves the match selected. */
export function FindBar({ editor, onClose }: FindBarProps) {
  const [text, setText] = useState(() => selectedText(editor));
  const [matchCase, setMatchCase] = useState(false);
  const [replacement, setReplacement] = useState('');
  const [told, setTold] = useState('');

  useEffect(() => {
    setFindQuery(editor, { text, matchCase });
    if (text !== '') showMatch(editor, findState(editor.state).current);
  }, [editor, text, matchCase]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) setFindQuery(editor, { text: '', matchCase: false });
    },
    [editor],
  );

  const close = () => {
    onClose();
    editor.view.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  const replaceAll = () => {
    const count = replaceAllMatches(editor, replacement);
    setTold(count === 1 ? '1 place replaced.' : `${count} places replaced.`);
  };

  return (
    <search className="dl-find" aria-label="Find and replace" onKeyDown={onKeyDown}>
      <Group gap={6} wrap="nowrap">
        <TextInput
          size="sm"
          aria-label="Find"
          placeholder="Find"
          value={text}
          data-autofocus
          autoFocus
          onChange={(event) => {
            setTold('');
            setText(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') goToMatch(editor, event.shiftKey ? -1 : 1);
          }}
        />
        <MatchCount editor={editor} told={told} />
        <FindButton
          label="Match upper and lower case"
          pressed={matchCase}
          onClick={() => setMatchCase(!matchCase)}
        >
          <IconLetterCase size={18} stroke={1.75} />
        </FindButton>
        <FindButton label="Previous match" onClick={() => goToMatch(editor, -1)}>
          <IconChevronUp size={18} stroke={1.75} />
        </FindButton>
        <FindButton label="Next match" onClick={() => goToMatch(editor, 1)}>
          <IconChevronDown size={18} stroke={1.75} />
        </FindButton>
        <FindButton label="Close" onClick={close}>
          <IconX size={18} stroke={1.75} />
        </FindButton>
      </Group>
      <Group gap={6} wrap="nowrap">
        <TextInput
          size="sm"
          aria-label="Replace with"
          placeholder="Replace with"
          value={replacement}
          onChange={(event) => setReplacement(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') replaceMatch(editor, replacement);
          }}
        />
        <Button variant="default" size="xs" onClick={() => replaceMatch(editor, replacement)}>
          Replace
        </Button>
        <Button variant="default" size="xs" onClick={replaceAll}>
          Replace all
        </Button>
      </Group>
    </search>
  );
}

function MatchCount({ editor, told }: { editor: Editor; told: string }) {
  const count = useEditorState({
    editor,
    selector: (snapshot) => {
      const { matches, current, query } = findState(snapshot.editor.state);
      if (query.text === '') return '';
      return matches.length === 0 ? 'Not found' : `${current + 1} of ${matches.length}`;
    },
  });
  return (
    <span className="dl-find-count" role="status">
      {told === '' ? count : told}
    </span>
  );
}

interface FindButtonProps {
  label: string;
  pressed?: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

function FindButton({ label, pressed, onClick, children }: FindButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        size={30}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** A search begins with the selected words, when they are a few on one line. */
function selectedText({ state }: Editor): string {
  const { from, to, empty, $from, $to } = state.selection;
  if (empty || !$from.sameParent($to) || to - from > 100) return '';
  return state.doc.textBetween(from, to, '', '');
}
