/** Where a command writes: results for people or programs on one stream, everything else on the other. */
export interface Output {
  /** The result as JSON, or its lines for people. */
  result(json: unknown, lines: readonly string[]): void;
  /** A sentence beside the result. */
  note(line: string): void;
}

export function createOutput(isJson: boolean): Output {
  return {
    result: (json, lines) =>
      void process.stdout.write(isJson ? `${JSON.stringify(json)}\n` : lines.map(toLine).join('')),
    note: (line) => void process.stderr.write(toLine(line)),
  };
}

/** Text out of a narrative must not steer the terminal, so control characters are left out. */
function toLine(text: string): string {
  return `${text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')}\n`;
}
