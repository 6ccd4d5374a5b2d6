/** Gives headings levels that never skip one, as tagged PDF and screen readers want them. */
export class HeadingLevels {
  private last = 0;

  /** A part begins, whose own heading stands on this level; 0 for a part without one. */
  begin(level: number): void {
    this.last = level;
  }

  /** The level nearest to the wanted one that follows the heading before it. */
  next(wanted: number): number {
    this.last = Math.max(1, Math.min(wanted, this.last + 1, 6));
    return this.last;
  }
}
