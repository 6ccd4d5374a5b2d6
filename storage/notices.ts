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

  clear(): void {
    this.#notices = [];
  }
}
