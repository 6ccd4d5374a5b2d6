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
  'yaml',
];

/** The language of the code block with the caret; exports set it beside the code. */
export function CodeLanguage({ editor, language }: { editor: Editor; language: string }) {
  const known = language === '' || languages.includes(language) ? languages : [language, ...languages];
  return (
    <NativeSelect
      size="xs"
      aria-label="Language of the code"
      value={language}
      data={[{ value: '', label: 'No language' }, ...known]}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        editor
          .chain()
          .focus()
          .updateAttributes('codeBlock', { language: chosen === '' ? null : chosen })
          .run();
      }}
    />
  );
}
