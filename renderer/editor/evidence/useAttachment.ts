import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { toDatelineError } from '../../../core/api/errors';
import type { Attachment, SourceFiles } from './sourceFiles';

interface AttachmentWork {
  /** Null where nothing can be attached. */
  files: SourceFiles | null;
  onChange: (attachment: Attachment) => void;
  onProblem: (sentence: string) => void;
}

/** Takes a file for a card by button, drop or paste, and hands it out again; what goes wrong is told on the card. */
export function useAttachment({ files, onChange, onProblem }: AttachmentWork) {
  const [isBusy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);

  async function work(step: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    onProblem('');
    try {
      await step();
    } catch (thrown) {
      const { message, next } = toDatelineError(thrown);
      onProblem([message, next].filter(Boolean).join(' '));
    } finally {
      setBusy(false);
    }
  }

  const attach = (given: readonly File[]) => {
    const [file, ...others] = given;
    if (!files || !file) return;
    void work(async () => {
      onChange(await files.attach(file));
      if (others.length > 0) onProblem('A card carries one file, so only the first was attached.');
    });
  };

  return {
    isBusy,
    isOver,
    attach,
    save: (asset: string, fileName: string) => void work(async () => files?.save(asset, fileName)),
    /** Spread over the card, so that a file can be dropped or pasted anywhere on it. */
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        const isInside =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!isInside) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        attach([...event.dataTransfer.files]);
      },
      onPaste: (event: ClipboardEvent) => {
        const { files: pasted, types } = event.clipboardData;
        // A spreadsheet puts a picture of its cells beside their words; the words are meant.
        if (pasted.length === 0 || types.includes('text/plain')) return;
        event.preventDefault();
        attach([...pasted]);
      },
    },
  };
}
