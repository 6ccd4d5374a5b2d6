/** Begins the names of places that are kept through reading; see `takeMarks`. */
export const markPrefix = 'dateline-mark-';
