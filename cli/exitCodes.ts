/** A stable interface: scripts and pipelines depend on these numbers. */
export const exitCodes = { fine: 0, refused: 1, wrongUsage: 2, fault: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
