/** Something on the command line that cannot be meant; told with exit code 2. */
export class UsageError extends Error {}
