import type { Dismissal } from '../../../core/coach/dismissals';

/** Who set a question aside and on which day. */
export function asideWords({ who, when }: Dismissal): string {
  const day = new Date(when).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
  return who === '' ? `Set aside on ${day}` : `Set aside by ${who}, ${day}`;
}
