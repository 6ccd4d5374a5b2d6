import { MantineProvider } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { createRoot } from 'react-dom/client';
import { createNarrativeDoc, emptyContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import type { RichDoc } from '../../../core/narrative/richText';
import { FindBar } from '../../../renderer/editor/find/FindBar';
import { PartEditor } from '../../../renderer/editor/PartEditor';
import type { NarrativeSession } from '../../../renderer/editor/session/session';
import { EditorToolbar } from '../../../renderer/editor/toolbar/EditorToolbar';
import { theme } from '../../../renderer/ui/theme';
import '../../../renderer/ui/styles';
import { useState } from 'react';
import { memorySession } from './memorySession';

interface HarnessSetup {
  part: PartKey;
  content?: RichDoc;
  scheme?: 'light' | 'dark';
}

interface HarnessWindow {
  open: (setup: HarnessSetup) => void;
  show: (part: PartKey) => void;
  editor: Editor | null;
  sections: string[];
  renders: number;
  uploads: string[];
}

declare global {
  interface Window {
    harness: HarnessWindow;
  }
}

const placeholders = {
  problem: 'What does a bad day look like?',
  heading: 'Name the product and the benefit',
};

const uploadImage = async (file: File) => {
  window.harness.uploads.push(`${file.name} ${file.size}`);
  return { asset: `${file.name}` };
};

function Page({ setup, session }: { setup: HarnessSetup; session: NarrativeSession }) {
  const [editor, setEditor] = useState<Editor | null>(null);
  const [isFinding, setFinding] = useState(false);
  window.harness.renders += 1;
  return (
    <MantineProvider theme={theme} forceColorScheme={setup.scheme ?? 'light'}>
      <main>
        {editor && <EditorToolbar editor={editor} focusMode={false} onFocusMode={() => {}} />}
        <button type="button" onClick={() => setFinding(true)}>
          Open find
        </button>
        {editor && isFinding && <FindBar editor={editor} onClose={() => setFinding(false)} />}
        <PartEditor
          session={session}
          part={setup.part}
          placeholders={placeholders}
          uploadImage={uploadImage}
          onReady={(ready) => {
            window.harness.editor = ready;
            setEditor(ready);
          }}
          onSectionChange={(key) => window.harness.sections.push(key)}
        />
      </main>
    </MantineProvider>
  );
}

const root = createRoot(document.getElementById('root') as HTMLElement);
let session: NarrativeSession;
let setup: HarnessSetup;

function render() {
  window.harness.editor = null;
  root.render(<Page setup={setup} session={session} />);
}

window.harness = {
  editor: null,
  sections: [],
  renders: 0,
  uploads: [],
  open(next) {
    const empty = emptyContent();
    const parts = next.content ? { ...empty.parts, [next.part]: next.content } : empty.parts;
    session = memorySession(createNarrativeDoc({ ...empty, parts })) as unknown as NarrativeSession;
    setup = next;
    render();
  },
  show(part) {
    setup = { ...setup, part };
    render();
  },
};
