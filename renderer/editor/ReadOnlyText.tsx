import { useMemo } from 'react';
import * as Y from 'yjs';

interface ReadOnlyTextProps {
  fragment: Y.XmlFragment;
  /** What this build does not know, such as `node callout`. */
  unknown: readonly string[];
}

/** The words of a part that this build must not open for writing, because it would lose what it does not know. */
export function ReadOnlyText({ fragment, unknown }: ReadOnlyTextProps) {
  const lines = useMemo(() => textLines(fragment), [fragment]);
  return (
    <div className="dl-editor dl-read-only">
      <p role="note" className="dl-read-only-note">
        This narrative holds something this Dateline does not know ({unknown.join(', ')}). It is shown to read
        only, so that nothing of it is lost. Update Dateline to write in it.
      </p>
      <div className="dl-text">
        {lines.map((line, index) => (
          // Lines have no identity of their own and never move here.
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of plain lines
          <p key={index}>{line}</p>
        ))}
      </div>
    </div>
  );
}

/** One line for each run of text, in order, whatever the nodes around it are called. */
function textLines(parent: Y.XmlFragment | Y.XmlElement): string[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) {
      const runs = child.toDelta() as { insert?: unknown }[];
      const line = runs.map((run) => (typeof run.insert === 'string' ? run.insert : '')).join('');
      return line === '' ? [] : [line];
    }
    return child instanceof Y.XmlElement ? textLines(child) : [];
  });
}
