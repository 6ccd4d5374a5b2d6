import type { Guidance, PartGuide } from '../guidance/guidance';
import type { HouseStyle } from './houseStyle';

/** The guidance with a house style's hints in it: words a place takes, grey words, and the line under a part's name. */
export function styleGuidance(guidance: Guidance, style: HouseStyle | undefined): Guidance {
  if (!style) return guidance;
  return { ...guidance, parts: guidance.parts.map((part) => stylePart(part, style)) };
}

function stylePart(part: PartGuide, style: HouseStyle): PartGuide {
  const hints = style.guide?.[part.part];
  if (!hints) return part;
  const sections = { ...part.sections };
  for (const [key, { words, placeholder }] of Object.entries(hints.sections ?? {})) {
    const known = sections[key];
    if (!known) continue;
    sections[key] = {
      ...known,
      ...(words === undefined ? {} : { words }),
      ...(placeholder === undefined ? {} : { placeholder }),
    };
  }
  return { ...part, lede: hints.lede ?? part.lede, sections };
}
