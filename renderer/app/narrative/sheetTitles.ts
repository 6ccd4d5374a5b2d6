import type { NarrativeSheet } from '../routing/route';
import { reviewSheets } from './reviewSheets';

/** What people call the sheets beside the parts. */
export const sheetTitles: Readonly<Record<NarrativeSheet, string>> = {
  facts: 'Facts sheet',
  drawer: '“How” drawer',
  thread: 'Golden thread',
  screens: 'Screens',
  ...reviewSheets,
};
