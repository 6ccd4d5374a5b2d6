import type { FailedExport } from '../../host/exports/exportEach';
import type { Output } from '../output';
import type { Written } from './export';

export const progressForms = ['lines', 'json', 'none'] as const;
/** How the command line tells how far it is: for people, for programs, or not at all. */
export type ProgressForm = (typeof progressForms)[number];

type Outcome = { exported: Written & { id: string } } | { failed: FailedExport };

/** Tells of each narrative that is through, beside the result. */
export function tellProgress(form: ProgressForm, { note }: Output, total: number) {
  return (done: number, outcome: Outcome): void => {
    if (form === 'json') note(JSON.stringify({ done, total, ...outcome }));
    if (form === 'lines') note(`${done} of ${total}: ${lineOf(outcome)}`);
  };
}

function lineOf(outcome: Outcome): string {
  return 'exported' in outcome ? outcome.exported.path : `${outcome.failed.id}: ${outcome.failed.message}`;
}
