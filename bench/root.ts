import { cwd } from 'node:process';

/** The repository's root; `npm run bench` starts there. */
export const root: string = cwd();
