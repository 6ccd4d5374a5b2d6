import { NativeSelect } from '@mantine/core';
import type { Editor } from '@tiptap/core';

const languages = [
  'bash',
  'c',
  'cpp',
  'csharp',
  'css',
  'go',
  'html',
  'http',
  'java',
  'javascript',
  'json',
  'kotlin',
  'php',
  'python',
  'ruby',
  'rust',
  'sql',
  'swift',
  'typescript',
  'xml',
  'yaml',
];

const roles = [
  { value: '', label: 'Code' },
  { value: 'request', label: 'Request' },
  { value: 'response', label: 'Response' },
];

interface CodeToolsProps {
  editor: Editor;
  language: string;
  role: string;
}

/** What the code block with the caret is: its language, and its side of a call. Exports say both beside the code. */
export function CodeTools({ editor, language, role }: CodeToolsProps) {
  const known = language === '' || languages.includes(language) ? languages : [language, ...languages];
  const set = (name: 'language' | 'role', chosen: string) =>
    editor
      .chain()
      .focus()
      .updateAttributes('codeBlock', { [name]: chosen === '' ? null : chosen })
      .run();
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label="Language of the code"
        value={language}
        data={[{ value: '', label: 'No language' }, ...known]}
        onChange={(event) => set('language', event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label="Side of a call"
        value={role}
        data={roles}
        onChange={(event) => set('role', event.currentTarget.value)}
      />
    </>
  );
}
