import type * as Y from 'yjs';
import { linksMap } from '../../../core/narrative/recordMaps';
import {
  forgetPromise,
  keepPromise,
  letGo,
  linkPromise,
  refuseLink,
} from '../../../core/thread/changeThread';
import type { Thread } from '../../../core/thread/readThread';
import { type ThreadLink, threadLinkId } from '../../../core/thread/threadLink';
import { changeRecords, goToPromise, unfollowPromise } from '../../editor/promise/promiseCommands';
import { showEnd } from '../../editor/promise/showEnd';
import type { PanelActions } from '../../features/thread/panelActions';
import { ThreadPanel } from '../../features/thread/ThreadPanel';
import { showToast } from '../../ui/showToast';
import { useKeyPlatform } from '../commands/CommandProvider';
import { keysForPeople, keysOf } from '../commands/keys';
import type { NarrativeSheet } from '../routing/route';
import type { OpenPart } from './openPart';
import type { ThreadFocus } from './useThreadKeys';
import { useThreadPlace } from './useThreadPlace';
import type { Visit } from './useVisit';

export interface ThreadTabProps extends Pick<OpenPart, 'session' | 'part' | 'editor'> {
  thread: Thread;
  threadFocus: ThreadFocus;
  author: string;
  /** Goes to a part, out of the way of the panel. */
  visit: Visit;
  openSheet: (sheet: NarrativeSheet) => void;
}

/** The golden thread of the open narrative, beside the text. */
export function ThreadTab(props: ThreadTabProps) {
  const { session, editor, thread, threadFocus, openSheet } = props;
  const place = useThreadPlace(editor);
  const platform = useKeyPlatform();
  return (
    <ThreadPanel
      takesFocus={threadFocus.takesFocus}
      focusRequest={threadFocus.focusRequest}
      {...threadMoves(props)}
      {...threadChanges(props)}
      thread={thread}
      place={place}
      language={session.meta().language}
      markKeys={keysForPeople(keysOf('edit.promise', platform) ?? '', platform.mac)}
      onMap={() => openSheet('thread')}
    />
  );
}

function threadMoves({ editor, visit, openSheet, threadFocus }: ThreadTabProps) {
  return {
    onSeek: (id) =>
      visit('release', (opened) => {
        goToPromise(opened, id);
        threadFocus.seek();
      }),
    onShowEnd(end) {
      if (end.kind === 'screen' && end.place.section === '') openSheet('screens');
      else visit(end.place.part, (opened) => void showEnd(opened, end));
    },
    onShowPromise: (id) => visit('release', (opened) => void goToPromise(opened, id)),
    onLeave: () => editor?.commands.focus(),
  } satisfies Partial<PanelActions>;
}

/** Changes of the thread, each one step in the history of the open part. */
function threadChanges({ session, editor, author, part }: ThreadTabProps) {
  const change = (run: (doc: Y.Doc, origin: unknown) => void) => {
    if (editor && !editor.isDestroyed) changeRecords(editor, run);
    else run(session.doc, null);
  };
  const writer = (origin: unknown) => ({ by: author, at: new Date().toISOString(), origin });
  const putBack = (id: string, before: unknown) =>
    change((doc, origin) =>
      doc.transact(() => {
        if (before === undefined) linksMap(doc).delete(id);
        else linksMap(doc).set(id, before);
      }, origin),
    );
  const tellLink = (message: string, id: string, before: unknown) =>
    showToast({ message, action: { label: 'Undo', run: () => putBack(id, before) } });
  const linkBefore = (id: string): unknown => linksMap(session.doc).get(id);
  return {
    onLink: (promise, end, instead: ThreadLink | null = null) =>
      change((doc, origin) =>
        doc.transact(() => {
          if (instead) letGo(doc, instead.id, origin);
          linkPromise(doc, { promise, end }, writer(origin));
        }, origin),
      ),
    onLetGo(id) {
      const before = linkBefore(id);
      change((doc, origin) => letGo(doc, id, origin));
      tellLink('Let go', id, before);
    },
    onRefuse(promise, end) {
      const id = threadLinkId({ promise: promise.id, kind: end.kind, end: end.id });
      const before = linkBefore(id);
      change((doc, origin) => refuseLink(doc, { promise, end }, writer(origin)));
      tellLink('Not proposed again', id, before);
    },
    onImportant: (promise, isImportant) =>
      change((doc, origin) => keepPromise(doc, { ...promise, isImportant }, writer(origin))),
    onUnfollow({ id }) {
      if (part === 'release' && editor) unfollowPromise(editor, id);
      else change((doc, origin) => forgetPromise(doc, id, origin));
    },
  } satisfies Partial<PanelActions>;
}
