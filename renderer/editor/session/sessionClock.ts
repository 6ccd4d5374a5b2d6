/** Time, as far as saving needs it. The only thing a test of saving may fake. */
export interface SessionClock {
  now(): Date;
  /** Runs once after so many milliseconds, unless the returned function is called before. */
  after(ms: number, run: () => void): () => void;
}

/** The window's own clock. */
export const windowClock: SessionClock = {
  now: () => new Date(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
