/** What somebody says in this window, by whom and when; the record is complete but for what it says. */
export const saidHere = (by: string) => ({
  id: crypto.randomUUID(),
  at: new Date().toISOString(),
  by,
  origin: { kind: 'here' as const, file: '' },
});
