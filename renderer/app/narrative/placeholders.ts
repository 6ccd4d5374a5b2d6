import type { Guidance } from '../../../core/guidance/guidance';
import type { PartKey } from '../../../core/narrative/parts';

const known = new WeakMap<Guidance, Map<PartKey, Readonly<Record<string, string>>>>();

/** Grey words for the empty places of a part, by section or fact, `text` for a plain part; the same object for the same guidance. */
export function placeholdersOf(guidance: Guidance, part: PartKey): Readonly<Record<string, string>> {
  const byPart = known.get(guidance) ?? new Map<PartKey, Readonly<Record<string, string>>>();
  known.set(guidance, byPart);
  const made = byPart.get(part) ?? makePlaceholders(guidance, part);
  byPart.set(part, made);
  return made;
}

function makePlaceholders(guidance: Guidance, part: PartKey): Readonly<Record<string, string>> {
  const guide = guidance.parts.find((candidate) => candidate.part === part);
  const sections = Object.entries(guide?.sections ?? {});
  const ofSections = Object.fromEntries(sections.map(([key, { placeholder }]) => [key, placeholder]));
  return { ...ofSections, text: guide?.guide.placeholder ?? '' };
}
