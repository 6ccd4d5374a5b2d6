/** Tells the person at the terminal what is being done. Goes to stderr, so that stdout stays machine-readable.
 * @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
