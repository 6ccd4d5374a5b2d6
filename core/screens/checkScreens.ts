import type { Finding } from '../api/shapes';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { itemsOf } from '../narrative/partState';
import { isBlank, plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';
import type { ScreenRecord } from './screenRecord';
import { type ScreenPlace, screenUses } from './screenUses';

/** Asks about screens: undescribed, shown nowhere, with ways that lead nowhere, and steps that lack one. */
export function checkScreens(content: NarrativeContent): Finding[] {
  const uses = new Map(screenUses(content).map(({ screenId, places }) => [screenId, places]));
  const findings = Object.values(content.screens).flatMap((screen) => {
    const [first] = uses.get(screen.id) ?? [];
    return [...checkUse(screen, first), ...checkAlt(screen, first), ...checkHotspots(screen, first, content)];
  });
  return [...findings, ...itemsOf(content.parts.experience, 'useCase').flatMap(checkSteps)];
}

const placed = (place: ScreenPlace | undefined): Pick<Finding, 'part' | 'section'> & typeof wordless => ({
  part: place?.part ?? 'experience',
  // The item as a whole: that is what questions are asked about.
  section: place?.item || place?.section || '',
  ...wordless,
});
const wordless = { quote: '', from: 0, to: 0 };

const nameOf = ({ title }: ScreenRecord) => (title === '' ? 'A screen without a name' : `“${title}”`);

function checkUse(screen: ScreenRecord, place: ScreenPlace | undefined): Finding[] {
  if (place) return [];
  return [
    {
      ...placed(place),
      rule: 'screen-unused',
      level: 'look',
      question: `Who sees ${screen.title === '' ? 'this screen' : nameOf(screen)}, and when?`,
      why: `${nameOf(screen)} stands in no story and in no manual, so nobody comes across it.`,
    },
  ];
}

function checkAlt(screen: ScreenRecord, place: ScreenPlace | undefined): Finding[] {
  if (!place || !screen.picture || screen.alt.trim() !== '') return [];
  return [
    {
      ...placed(place),
      rule: 'screen-no-alt',
      level: 'look',
      question: 'What would you say to somebody who cannot see this screen?',
      why: `${nameOf(screen)} has no description. Exports carry it to those who listen to the page.`,
    },
  ];
}

function checkHotspots(
  screen: ScreenRecord,
  place: ScreenPlace | undefined,
  { screens }: NarrativeContent,
): Finding[] {
  const lost = screen.hotspots.filter(({ to }) => !Object.hasOwn(screens, to));
  if (!place || lost.length === 0) return [];
  const label = lost[0]?.label.trim() ?? '';
  return [
    {
      ...placed(place),
      rule: 'hotspot-leads-nowhere',
      level: 'look',
      question: label === '' ? 'Where does this place lead?' : `Where does “${label}” lead?`,
      why: `${nameOf(screen)} has ${lost.length === 1 ? 'a place' : `${lost.length} places`} to press that lead${
        lost.length === 1 ? 's' : ''
      } to no screen, so the story stops there when it is played.`,
    },
  ];
}

/** Only where the story shows screens at all: words alone may tell it, too. */
function checkSteps(useCase: RichNode): Finding[] {
  const steps = (useCase.content ?? []).filter((node) => node.type === 'step' && !isBlank(node));
  if (!steps.some(hasScreen)) return [];
  return steps
    .filter((step) => !showsSomething(step))
    .map((step) => ({
      part: 'experience',
      section: stringAttr(useCase, 'id'),
      ...quoteOf(useCase, step),
      rule: 'step-without-screen',
      level: 'look',
      question: 'What do they see in this step?',
      why: 'The other steps of this story show a screen. A short step may need none.',
    }));
}

/** The step's name as words of the use case, whose text offsets count from. */
function quoteOf(useCase: RichNode, step: RichNode): Pick<Finding, 'quote' | 'from' | 'to'> {
  const title = (step.content ?? []).find(({ type }) => type === 'title');
  const quote = title ? plainText(title).trim() : '';
  const from = quote === '' ? -1 : plainText(useCase).trim().indexOf(quote);
  return from < 0 ? wordless : { quote, from, to: from + quote.length };
}

/** A call and its answer are what a step of a service shows. */
const shown: ReadonlySet<string> = new Set(['screen', 'image', 'codeBlock']);

const showsSomething = (node: RichNode): boolean =>
  shown.has(node.type) || (node.content ?? []).some(showsSomething);

function hasScreen(node: RichNode): boolean {
  return node.type === 'screen' || (node.content ?? []).some(hasScreen);
}
