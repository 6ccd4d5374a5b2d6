import type { NarrativeSheet } from '../routing/route';

/** What the row of links above every sheet of the review names, in this order. The first is where "Review" leads. */
export const reviewSheets = {
  review: 'Overview',
  versions: 'Versions',
  meeting: 'Meeting',
  packets: 'Packets',
  shared: 'What we share',
  customers: 'Customers',
} as const satisfies Partial<Record<NarrativeSheet, string>>;

export type ReviewSheet = keyof typeof reviewSheets;

export function isReviewSheet(sheet: NarrativeSheet | null): sheet is ReviewSheet {
  return sheet !== null && Object.hasOwn(reviewSheets, sheet);
}
