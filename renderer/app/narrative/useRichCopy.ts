import { useState } from 'react';
import { DatelineError, toDatelineError } from '../../../core/api/errors';
import { defaultExportOptions, type ExportOptions } from '../../../core/api/shapes';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partState } from '../../../core/narrative/partState';
import type { PartKey } from '../../../core/narrative/parts';
import { useConnection } from '../../client/ConnectionProvider';
import type { Connection } from '../../client/connection';
import type { OpenSession } from '../../editor/session/openSession';
import { showToast } from '../../ui/showToast';
import { useCommand } from '../commands/CommandProvider';

interface OpenPart {
  session: OpenSession;
  content: NarrativeContent;
  part: PartKey;
}

/** Answers the commands that copy for other programs, and remembers why the last copy failed. */
export function useRichCopy({ session, content, part }: OpenPart) {
  const connection = useConnection();
  const [problem, setProblem] = useState<DatelineError | null>(null);
  const isWritten = (key: PartKey) => !['empty', 'locked'].includes(partState(content, key));
  const shared = defaultExportOptions.parts.filter(isWritten);
  const copy = (parts: readonly PartKey[]) => {
    setProblem(null);
    copyRich(connection, session, parts).then(
      () => showToast({ message: 'Copied as rich text' }),
      (thrown: unknown) => setProblem(toDatelineError(thrown)),
    );
  };
  useCommand('edit.copyRich', isWritten(part) ? () => copy([part]) : null);
  useCommand('narrative.copyRich', shared.length > 0 ? () => copy(shared) : null);
  return { problem, forgetProblem: () => setProblem(null) };
}

/** Puts the newest words on the clipboard, as rich and as plain text. */
async function copyRich(
  { call }: Pick<Connection, 'call'>,
  session: Pick<OpenSession, 'id' | 'flush'>,
  parts: readonly PartKey[],
): Promise<void> {
  const copied = session
    .flush()
    .then(() => call('exports.copy', { id: session.id, options: optionsFor(parts) }));
  const as = (type: string, read: (fragment: Awaited<typeof copied>) => string) =>
    copied.then((fragment) => new Blob([read(fragment)], { type }));
  try {
    // The window asks while the words are still on their way: a page may copy only right after a click or a key.
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': as('text/html', ({ html }) => html),
        'text/plain': as('text/plain', ({ text }) => text),
      }),
    ]);
  } catch {
    await copied;
    throw new DatelineError(
      'export-failed',
      'Not copied: this window may not use the clipboard.',
      'Export as a web page or as plain text, and copy from there.',
    );
  }
}

/** The release alone is what the world would read, so it is copied without what it rests on. */
function optionsFor(parts: readonly PartKey[]): ExportOptions {
  const isRelease = parts.length === 1 && parts[0] === 'release';
  return { ...defaultExportOptions, layout: isRelease ? 'release' : 'narrative', parts: [...parts] };
}
