import { useCallback, useState } from 'react';
import type { DatelineError } from '../../../core/api/errors';
import { useConnection } from '../../client/ConnectionProvider';
import type { Sheet } from './Drawing';
import type { DrawingDeskProps } from './DrawingDesk';
import type { KeepState } from './keeper';
import { type Opening, readOpening } from './opening';
import { useDrawingSheet } from './useDrawingSheet';
import { useEarlyDone } from './useEarlyDone';
import { useKeeper } from './useKeeper';

interface Attempt {
  number: number;
  opening: Promise<Opening>;
  /** What lies on the sheet is what the screen shows already. */
  isKept: boolean;
}

/** What happens on the desk: opening, keeping, and what is in the way of either. */
export function useDesk({ screen, start, current, onKept, onClose }: DrawingDeskProps) {
  const { call } = useConnection();
  const [problem, setProblem] = useState<DatelineError | null>(null);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [isAskedToClear, setAskedToClear] = useState(false);
  const { keeper, state, open, close } = useKeeper({ current, onKept });
  // Asked for at once, so that the scene and the drawing board are fetched side by side.
  const [attempt, setAttempt] = useState<Attempt>(() => ({
    number: 0,
    opening: handled(readOpening(call, screen, start)),
    isKept: screen.picture !== null || start === 'blank',
  }));

  const onProblem = useCallback(
    (error: DatelineError) => {
      close();
      setSheet(null);
      setProblem(error);
    },
    [close],
  );
  const Drawing = useDrawingSheet(attempt.number, onProblem);
  // A mock-up or a picture to draw on, which is chosen already and does not lie on the sheet yet.
  const isOnItsWay = sheet === null && problem === null && !attempt.isKept;

  /** Keeps what lies on the sheet and closes the desk, unless something has to be asked first. */
  async function done(): Promise<void> {
    const isErased = current()?.picture && keeper.current?.isCleared();
    if (isOnItsWay) early.wait();
    else if (isErased && !isAskedToClear) setAskedToClear(true);
    else if (!keeper.current || (await keeper.current.keep())) onClose();
  }

  const early = useEarlyDone({ isReady: sheet !== null, problem, done });

  return {
    Drawing,
    attempt,
    problem,
    sheet,
    state: early.isAwaited ? keeping : state,
    isAskedToClear,
    onProblem,
    onReady(ready: Sheet) {
      setSheet(ready);
      open(ready, attempt.isKept);
    },
    onChange() {
      if (!keeper.current?.isCleared()) setAskedToClear(false);
      keeper.current?.noteChange();
    },
    /** Opens the sheet anew with something else on it. */
    begin(opening: Promise<Opening>, isKept: boolean) {
      setProblem(null);
      setAttempt(({ number }) => ({ number: number + 1, opening: handled(opening), isKept }));
    },
    tryAgain() {
      setProblem(null);
      setAttempt(({ number, isKept }) => ({
        number: number + 1,
        opening: handled(readOpening(call, screen, start)),
        isKept,
      }));
    },
    keepNow: () => void keeper.current?.keep(),
    done,
    /** Closes the desk and lets go of what is not kept. */
    leave() {
      close();
      onClose();
    },
    async keepOver() {
      if (await keeper.current?.keepOver()) onClose();
    },
  };
}

const keeping: KeepState = { kind: 'keeping' };

/** The sheet says what went wrong once it is there; until then nobody else has to. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
