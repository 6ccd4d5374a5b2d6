/** The most that one drawing may bring, in bytes; together they fit into one message to the host. */
export const drawingLimits = {
  /** The scene as text, with the pictures that were put into it. */
  scene: 16_000_000,
  svg: 5_000_000,
  png: 10_000_000,
} as const;
