import { useEffect, useState } from 'react';
import classes from './Imports.module.css';

/**
 * Takes files dropped anywhere on the window. Pictures are left to the editor; whatever nobody takes is kept
 * from replacing the app, which is what a browser would do with it.
 */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      const takes = !event.defaultPrevented && carriesDocument(event);
      if (!event.defaultPrevented && event.dataTransfer)
        event.dataTransfer.dropEffect = takes ? 'copy' : 'none';
      event.preventDefault();
      setIsOver(takes);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setIsOver(false);
      if (event.defaultPrevented || !carriesFiles(event)) return;
      event.preventDefault();
      onFiles([...(event.dataTransfer?.files ?? [])].filter((file) => !file.type.startsWith('image/')));
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [onFiles]);
  if (!isOver) return null;
  return (
    <div className={classes.drop}>
      <p className={classes.dropTitle}>Drop it to import it</p>
      <p>It becomes a narrative of its own. The file itself is not touched.</p>
    </div>
  );
}

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

const carriesDocument = (event: DragEvent) =>
  [...(event.dataTransfer?.items ?? [])].some(
    (item) => item.kind === 'file' && !item.type.startsWith('image/'),
  );
