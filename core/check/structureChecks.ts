import type { Finding } from '../api/shapes';
import { checkManuals } from '../manuals/checkManuals';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { partKeys } from '../narrative/parts';
import { checkScreens } from '../screens/checkScreens';
import { checkThread } from '../thread/checkThread';
import { checkLaunchDate } from './dateChecks';
import { checkEmptySections } from './emptySections';
import { checkAnswers, checkUseCaseSteps } from './itemChecks';
import { checkReleaseLength } from './releaseLength';
import { checkTemplateText } from './templateText';

/** From what blocks a review to what is only worth a look. */
const levels: readonly Finding['level'][] = ['stop', 'fix', 'look'];

/**
 * Asks about the make-up of a narrative: what is empty, left over, undated, too long or without steps. Never
 * judges what it says. `today` is an ISO date. The gravest findings come first, then in reading order.
 */
export function checkStructure(content: NarrativeContent, today: string): Finding[] {
  const findings = [
    ...checkEmptySections(content),
    ...checkTemplateText(content),
    ...checkLaunchDate(content, today),
    ...checkReleaseLength(content),
    ...checkAnswers(content),
    ...checkUseCaseSteps(content),
    ...checkManuals(content),
    ...checkThread(content),
    ...checkScreens(content),
  ];
  return findings.sort(
    (a, b) =>
      levels.indexOf(a.level) - levels.indexOf(b.level) ||
      partKeys.indexOf(a.part) - partKeys.indexOf(b.part),
  );
}
