/** For conditions that come true by themselves: long, because a busy machine is no failure. */
export const patience = { timeout: 15_000 };
