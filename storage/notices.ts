import type { Notice } from '../core/api/shapes';

/** What happened to files since the library was opened, until somebody puts it away. */
export class NoticeBoard {
  #notices: Notice[] = [];

  add(notice: Notice): Notice {
    this.#notices.push(notice);
    return notice;
  }

  all(): Notice[] {
    return [...this.#notices];
  }

  /** Takes one away, or all. */
  putAway(notice?: Notice): void {
    this.#notices = notice === undefined ? [] : this.#notices.filter((other) => !isSame(other, notice));
  }
}

const isSame = (one: Notice, other: Notice) =>
  one.kind === other.kind &&
  one.message === other.message &&
  one.narrativeId === other.narrativeId &&
  one.copyId === other.copyId;
