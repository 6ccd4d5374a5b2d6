import { Button, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, type FormEvent, useState } from 'react';
import type { MergedAnswers } from '../../../core/review/packet/mergedAnswers';
import { chooseFiles } from '../../ui/chooseFiles';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { MergeOutcome } from './MergeOutcome';
import classes from './Packets.module.css';
import { type MergeOrder, useMerging } from './useMerging';

/** A mail, a text file or the file itself: the answer is looked for in all of them. */
const accepted = '.dateline-answer,.json,.txt,.text,.eml,.md,.html';

/** Takes in what came back: dropped, chosen or pasted. */
export function MergeBox({ onMerge }: { onMerge: (order: MergeOrder) => Promise<MergedAnswers> }) {
  const { round, isBusy, error, merge, takeClaimed } = useMerging(onMerge);
  const [text, setText] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  const mergeFiles = (files: readonly File[]) => merge({ files, text: '' });
  const paste = (event: FormEvent) => {
    event.preventDefault();
    if (text?.trim()) merge({ files: [], text }, () => setText(null));
  };
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    setIsOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    mergeFiles([...event.dataTransfer.files]);
  };
  return (
    <section className={classes.section} aria-labelledby="merge-title">
      <h2 id="merge-title">Merge what came back</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of three; the buttons are the others. */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <p>
          <IconFileImport size={18} stroke={1.75} aria-hidden />
          Drop answers here, any number at once, in any order. Twice is no harm.
        </p>
        <div className={classes.acts}>
          <Button variant="default" disabled={isBusy} onClick={() => chooseFiles(accepted, mergeFiles)}>
            Choose files
          </Button>
          <Button
            variant="default"
            disabled={isBusy}
            aria-expanded={text !== null}
            onClick={() => setText(text === null ? '' : null)}
          >
            Paste text
          </Button>
        </div>
        {text !== null && (
          <form className={classes.paste} onSubmit={paste}>
            <Textarea
              autoFocus
              label="Text of the answer"
              description="The whole mail will do, quotation marks and all. It may hold several answers."
              autosize
              minRows={4}
              maxRows={10}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
            <Button type="submit" loading={isBusy} disabled={text.trim() === ''}>
              Merge it
            </Button>
          </form>
        )}
      </div>
      <div aria-live="polite">
        {error && <ErrorNotice error={error} />}
        {round && <MergeOutcome merged={round.merged} onTakeClaimed={takeClaimed} />}
      </div>
    </section>
  );
}
