import { partDefinitions } from '../../../../core/narrative/parts';
import { keyOf, type Thread, type ThreadRow } from '../../../../core/thread/readThread';
import type { ThreadLink } from '../../../../core/thread/threadLink';
import classes from './Lists.module.css';
import type { LinkRequest, MapActions } from './mapActions';

export interface GoneEndsProps extends Pick<MapActions, 'onLetGo' | 'onForget'> {
  thread: Thread;
  onAsk: (asked: LinkRequest) => void;
}

/** Links whose end was deleted, and promises whose words were; undo brings either back. Nothing if there are none. */
export function GoneEnds(props: GoneEndsProps) {
  const { broken, gone } = props.thread;
  if (broken.length + gone.length === 0) return null;
  return (
    <section className={classes.gone} aria-label="Ends that are gone" data-region>
      <h2>Ends that are gone</h2>
      <p className={classes.why}>What stood at the other end was deleted. The thread remembers its words.</p>
      <ul className={classes.list}>
        {gone.map((row) => (
          <GonePromise key={row.promise.id} row={row} onForget={props.onForget} />
        ))}
        {broken.map((link) => (
          <BrokenLink key={link.id} link={link} {...props} />
        ))}
      </ul>
    </section>
  );
}

function GonePromise({ row, onForget }: { row: ThreadRow } & Pick<MapActions, 'onForget'>) {
  const { words } = row.promise;
  return (
    <li className={classes.item}>
      <span className={classes.struck}>{words}</span>
      <span className={classes.note}>These words left the release.</span>
      <span className={classes.acts}>
        <button type="button" className={classes.act} onClick={() => onForget(row.promise)}>
          Let go<span className="dl-hidden"> of “{words}”</span>
        </button>
      </span>
    </li>
  );
}

function BrokenLink({ link, thread, onAsk, onLetGo }: GoneEndsProps & { link: ThreadLink }) {
  const row = [...thread.rows, ...thread.gone].find(({ promise }) => promise.id === link.promise);
  const words = link.words || 'Something without words';
  const end = thread.ends.byKey.get(keyOf(link));
  const stood = end ? 'The promise it kept is gone' : `It stood in ${partDefinitions[link.place.part].title}`;
  return (
    <li className={classes.item}>
      <span className={end ? classes.words : classes.struck}>{words}</span>
      <span className={classes.note}>
        {stood}
        {row ? ` and kept “${row.promise.words}”.` : '.'}
      </span>
      <span className={classes.acts}>
        {row && (
          <button
            type="button"
            className={classes.act}
            onClick={() => onAsk({ from: 'promise', promise: row.promise, column: null, instead: link })}
          >
            Link to something else<span className="dl-hidden"> instead of “{words}”</span>
          </button>
        )}
        <button type="button" className={classes.act} onClick={() => onLetGo(link)}>
          Let go<span className="dl-hidden"> of “{words}”</span>
        </button>
      </span>
    </li>
  );
}
