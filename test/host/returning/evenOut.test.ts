import { expect, it } from 'vitest';
import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { RichNode } from '../../../core/narrative/richText';
import { evenOut } from '../../../host/returning/evenOut';

const text = (words: string, href?: string): RichNode => ({
  ...{ type: 'text', text: words },
  ...(href === undefined ? {} : { marks: [{ type: 'link', attrs: { href } }] }),
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });

function withPlan(...content: RichNode[]): NarrativeContent {
  const empty = emptyContent();
  return { ...empty, parts: { ...empty.parts, plan: { type: 'doc', content } } };
}

const evened = (was: NarrativeContent, now: NarrativeContent) => {
  const origin = { kind: 'word' as const, file: 'a.docx' };
  const even = evenOut({ was, now, parts: ['plan'], origin, by: '' });
  return [even.was.parts.plan, even.now.parts.plan];
};

it('leaves out what nobody wrote: addresses spelled otherwise, made-up ids', () => {
  const [was, now] = evened(
    withPlan(paragraph(text('here', 'https://a.example'))),
    withPlan(paragraph(text('here', 'https://a.example/'))),
  );
  expect(was).toEqual({ type: 'doc', content: [paragraph(text('here', 'https://a.example'))] });
  expect(now).toEqual(was);
  const item = (id: string): RichNode => ({ type: 'faqItem', attrs: { id }, content: [paragraph()] });
  const [before, after] = evened(withPlan(item('imported-faq-1')), withPlan(item('imported-faq-2')));
  expect(after).toEqual(before);
});

it('keeps what somebody wrote: another address, another id, a heading that an appendix has, too', () => {
  const named: RichNode = { type: 'heading', content: [text('Golden thread')] };
  const [before, changed] = evened(withPlan(named, paragraph()), withPlan(named, paragraph(text('new'))));
  expect(changed).not.toEqual(before);
  const own = withPlan(paragraph(text('here', 'https://b.example/')), {
    type: 'heading',
    attrs: { id: 'own' },
  });
  const [, now] = evened(withPlan(paragraph(text('here', 'https://a.example'))), own);
  expect(now).toEqual(own.parts.plan);
});
