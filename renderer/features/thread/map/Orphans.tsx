import type { CSSProperties, ReactNode } from 'react';
import { sectionTitle } from '../../../../core/narrative/parts';
import { endKey } from '../../../../core/thread/itemEnds';
import type { LooseEnd } from '../../../../core/thread/looseEnds';
import type { Thread, ThreadRow } from '../../../../core/thread/readThread';
import type { ThreadEnd } from '../../../../core/thread/threadEnd';
import type { ThreadEnds } from '../../../../core/thread/threadEnds';
import classes from './Lists.module.css';
import type { LinkRequest, MapActions } from './mapActions';
import { missingWords } from './threadWords';

export interface OrphansProps extends Pick<MapActions, 'onGoToEnd' | 'onGoToPromise' | 'onGoToStory'> {
  thread: Thread;
  onAsk: (asked: LinkRequest) => void;
}

/** What hangs loose at either end of the thread; nothing is shown before the first promise. */
export function Orphans(props: OrphansProps) {
  const { rows, orphans } = props.thread;
  if (rows.length === 0) return null;
  return (
    <div className={classes.columns} data-region>
      <OrphanList
        title="Promised, but nobody can do it yet"
        why="Each needs a step or a screen, or should leave the release."
        none="Every promise leads to something a customer can do."
      >
        {orphans.promises.map((row) => (
          <LoosePromise key={row.promise.id} {...props} row={row} />
        ))}
      </OrphanList>
      <OrphanList
        title="There, but nobody was promised it"
        why="Perhaps a promise is missing. Perhaps the work is."
        none="Everything a customer can do was promised."
      >
        {orphans.ends.map((end) => (
          <Unpromised key={`${end.kind} ${end.id}`} {...props} end={end} />
        ))}
      </OrphanList>
    </div>
  );
}

interface OrphanListProps {
  title: string;
  why: string;
  none: string;
  children: ReactNode[];
}

function OrphanList({ title, why, none, children }: OrphanListProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className={classes.why}>{why}</p>
      {children.length === 0 ? (
        <p className={classes.none}>{none}</p>
      ) : (
        <ul className={classes.list} style={{ '--items': children.length } as CSSProperties}>
          {children}
        </ul>
      )}
    </section>
  );
}

function LoosePromise({ row, onAsk, onGoToPromise }: OrphansProps & { row: ThreadRow }) {
  const { id, words, section } = row.promise;
  const where = section === '' ? '' : `${sectionTitle('release', section)}. `;
  return (
    <OrphanItem
      words={words}
      note={`${where}${missingWords(row)}`}
      onLink={() => onAsk({ from: 'promise', promise: row.promise, column: null, instead: null })}
      onGoTo={() => onGoToPromise(id)}
    />
  );
}

function Unpromised({ end, thread, onAsk, onGoToEnd, onGoToStory }: OrphansProps & { end: LooseEnd }) {
  const { kind, id, words } = end;
  const ends = endsOf(end, thread.ends);
  const note = kind === 'useCase' ? 'Use case. None of its steps was promised.' : (ends[0]?.note ?? '');
  return (
    <OrphanItem
      words={words}
      note={note}
      onLink={() => onAsk({ from: 'ends', words, ends })}
      onGoTo={() => (kind === 'useCase' ? onGoToStory(id) : ends[0] && onGoToEnd(ends[0]))}
    />
  );
}

/** What a promise can be linked to instead of a loose thing: the thing, or the steps and screens of a story. */
function endsOf({ kind, id }: LooseEnd, { byKey, stories }: ThreadEnds): ThreadEnd[] {
  const keys =
    kind === 'useCase' ? (stories.find((story) => story.id === id)?.keys ?? []) : [endKey({ kind, id })];
  return keys.flatMap((key) => byKey.get(key) ?? []).filter(({ isBlank }) => !isBlank);
}

interface OrphanItemProps {
  words: string;
  note: string;
  onLink: () => void;
  onGoTo: () => void;
}

function OrphanItem({ words, note, onLink, onGoTo }: OrphanItemProps) {
  return (
    <li className={classes.item}>
      <span className={classes.words}>{words}</span>
      <span className={classes.note}>{note}</span>
      <span className={classes.acts}>
        <button type="button" className={classes.act} onClick={onLink}>
          Link<span className="dl-hidden"> “{words}”</span>
        </button>
        <button type="button" className={classes.act} onClick={onGoTo}>
          Go there<span className="dl-hidden">: “{words}”</span>
        </button>
      </span>
    </li>
  );
}
