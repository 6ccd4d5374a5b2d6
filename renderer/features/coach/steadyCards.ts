import type { Dismissal } from '../../../core/coach/dismissals';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import type { CoachView } from './coachStore';

/** At most this many open questions are shown at a time. */
export const mostCards = 3;

export interface Card {
  finding: AskedFinding;
  /** Set where the question was set aside. */
  dismissal: Dismissal | null;
  /** The question went away while the panel was held. */
  isGone: boolean;
}

/** The cards of one place, in the order they were first shown there. */
export interface Cards {
  place: string;
  cards: readonly Card[];
}

const ranks: readonly AskedFinding['level'][] = ['stop', 'fix', 'look'];

/** The gravest first, then as a reader meets them. */
export function ranked(findings: readonly AskedFinding[]): AskedFinding[] {
  return findings.toSorted((a, b) => ranks.indexOf(a.level) - ranks.indexOf(b.level));
}

interface CardsRequest {
  place: string;
  /** Open questions of the place in reading order. */
  here: readonly AskedFinding[];
  view: Pick<CoachView, 'open' | 'setAside' | 'openId'>;
  /** The panel is pointed at or has the focus, so that nothing in it may move. */
  isHeld: boolean;
}

/**
 * The cards to show next. While the place stays the same each keeps its position, answered ones leave and new
 * ones come last; a card somebody just set aside stays where it was. While the panel is held nothing moves.
 */
export function nextCards(known: Cards, { place, here, view, isHeld }: CardsRequest): Cards {
  const isWanted = view.openId === null || known.cards.some(({ finding }) => finding.id === view.openId);
  if (known.place !== place || !isWanted) return { place, cards: fill([], here, view.openId) };
  const now = new Map<string, Card>([
    ...view.open.map((finding) => [finding.id, { finding, dismissal: null, isGone: false }] as const),
    ...view.setAside.map((card) => [card.finding.id, { ...card, isGone: false }] as const),
  ]);
  const kept = known.cards.flatMap(
    (card) => now.get(card.finding.id) ?? (isHeld ? [{ ...card, isGone: true }] : []),
  );
  return { place, cards: isHeld ? kept : fill(kept, here, null) };
}

function fill(kept: readonly Card[], here: readonly AskedFinding[], first: string | null): Card[] {
  const ids = new Set(kept.map(({ finding }) => finding.id));
  const open = kept.filter(({ dismissal }) => dismissal === null).length;
  const waiting = ranked(here.filter(({ id }) => !ids.has(id)));
  const wanted = waiting.filter(({ id }) => id === first);
  const others = waiting.filter(({ id }) => id !== first);
  const added = [...wanted, ...others].slice(0, Math.max(0, mostCards - open));
  return [...kept, ...ranked(added).map((finding) => ({ finding, dismissal: null, isGone: false }))];
}
