import type { Finding } from '../api/shapes';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { emptySections } from '../narrative/partState';
import { sectionTitle } from '../narrative/parts';
import { isBlank } from '../narrative/plainText';

type Place = Pick<Finding, 'part' | 'section'>;
type Words = Pick<Finding, 'rule' | 'level' | 'question' | 'why'>;

const nothingQuoted = { quote: '', from: 0, to: 0 };

/** Points at sections of the brief and the release that hold no words; a part without any gets one finding. */
export function checkEmptySections(content: NarrativeContent): Finding[] {
  return [...checkBrief(content), ...checkRelease(content)];
}

function checkBrief(content: NarrativeContent): Finding[] {
  if (!isBlank(content.parts.brief)) return emptySections(content, 'brief').map((key) => emptyAnswer(key));
  return [
    finding(
      { part: 'brief', section: 'customer' },
      {
        rule: 'empty-brief',
        level: 'fix',
        question: 'Who is the customer?',
        why: 'None of the customer questions is answered yet, and every other part leans on them.',
      },
    ),
  ];
}

function emptyAnswer(section: string): Finding {
  return finding(
    { part: 'brief', section },
    {
      rule: 'empty-section',
      level: 'fix',
      question: sectionTitle('brief', section),
      why: 'This customer question has no answer yet. "Not known yet" is an answer; silence reads as forgotten.',
    },
  );
}

function checkRelease(content: NarrativeContent): Finding[] {
  if (isBlank(content.parts.release)) {
    return [
      finding(
        { part: 'release', section: 'heading' },
        {
          rule: 'empty-release',
          level: 'stop',
          question: 'What would the newspaper say on launch day?',
          why: 'The press release has no words yet, so there is nothing for a reviewer to respond to.',
        },
      ),
    ];
  }
  // An empty dateline is asked for by the date check, in better words.
  return emptySections(content, 'release')
    .filter((key) => key !== 'dateline')
    .map((key) => emptyReleaseSection(key));
}

function emptyReleaseSection(section: string): Finding {
  const title = sectionTitle('release', section);
  return finding(
    { part: 'release', section },
    {
      rule: 'empty-section',
      level: 'fix',
      question: `What belongs under "${title}"?`,
      why: `"${title}" is empty. A reader meets the release in order and will stop at the gap.`,
    },
  );
}

function finding(place: Place, words: Words): Finding {
  return { ...words, ...place, ...nothingQuoted };
}
