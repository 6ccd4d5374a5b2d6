import type { Editor } from '@tiptap/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { assetUrl } from '../../client/assetUrl';
import { createPartEditor } from '../createPartEditor';
import { type RemarkRange, setRemarkMarks } from '../remarks/RemarkMarks';
import type { NarrativeSession } from '../session/session';
import { readingLabels } from './readingLabels';
import '../evidence/evidence.css';
import '../promise/promise.css';
import '../remarks/remarks.css';
import '../screen/screen.css';
import '../code/code.css';
import '../look/blocks.css';
import '../look/items.css';
import '../look/sheet.css';
import './reading.css';

/** Words that somebody selected while reading; positions as ProseMirror counts. */
export interface ReadSelection {
  part: PartKey;
  from: number;
  to: number;
}

interface ReadingTextProps {
  session: Pick<NarrativeSession, 'fragment' | 'undoManager'>;
  part: PartKey;
  /** What the part is called in the room: A, B, C. */
  letter: string;
  /** The reader's own remarks. */
  ranges: readonly RemarkRange[];
  /** Null once nothing is selected any more. */
  onSelect: (selection: ReadSelection | null) => void;
}

/** A part to be read and not written in, with its paragraphs named in the margin. */
export function ReadingText({ session, part, letter, ranges, onSelect }: ReadingTextProps) {
  const host = useRef<HTMLDivElement>(null);
  const [bound, setBound] = useState<Editor | null>(null);
  const tell = useEffectEvent((selection: ReadSelection | null) => onSelect(selection));
  useEffect(() => {
    if (!host.current) return;
    const editor = createPartEditor({
      session,
      part,
      placeholders: {},
      readOnly: true,
      assetUrl,
      element: host.current,
    });
    editor.setOptions({
      editorProps: {
        attributes: {
          class: 'dl-text',
          role: 'document',
          'aria-label': partDefinitions[part].title,
          tabindex: '0',
          'data-part': part,
        },
      },
    });
    editor.registerPlugin(readingLabels(letter));
    editor.on('selectionUpdate', () => {
      const { from, to, empty } = editor.state.selection;
      tell(empty ? null : { part, from, to });
    });
    setBound(editor);
    return () => {
      setBound(null);
      editor.destroy();
    };
  }, [session, part, letter]);
  useEffect(() => {
    if (bound) setRemarkMarks(bound, ranges);
  }, [bound, ranges]);
  return <div className="dl-editor dl-reading" data-kind={part} ref={host} />;
}
