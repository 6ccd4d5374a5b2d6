import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { partVersion } from '../../../core/review/signOff/partVersion';
import { readPartReviews } from '../../../core/review/signOff/readPartReviews';
import { ChangedSince } from '../../../renderer/features/feasibility/ChangedSince';
import { sampleContent } from '../../core/export/sampleNarrative';
import { given } from '../../core/review/signOff/signingArbitrary';

test('feasibility names the parts that were changed after the review it builds on, and no other', () => {
  const content = { ...sampleContent(), states: { release: 'reviewed', plan: 'reviewed' } as const };
  const shown = (releaseVersion: string) => {
    const records = [
      given({ version: releaseVersion }),
      given({ id: 'two', part: 'plan', version: partVersion(content, 'plan') }),
    ];
    return renderToStaticMarkup(createElement(ChangedSince, { reviews: readPartReviews(records, content) }));
  };
  expect(shown(partVersion(content, 'release'))).toBe('');
  expect(shown('other')).toContain('Press release. Does what stands here still fit?');
});
