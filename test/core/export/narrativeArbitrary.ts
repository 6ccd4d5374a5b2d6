import fc from 'fast-check';
import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { briefSections, manualSections, releaseSections } from '../../../core/narrative/parts';
import {
  faqStates,
  type RichDoc,
  type RichMark,
  type RichNode,
  stepFactKeys,
  storyFactKeys,
} from '../../../core/narrative/richText';
import { canonicalDoc } from '../../../core/narrative/schema';
import { anyRecords, claimIds, promiseIds, screenIds } from './recordsArbitrary';

/** Texts that have broken writers of Markdown, HTML and Typst before. */
const hostileTexts = [
  '- x',
  '1. one',
  '# not a heading',
  '> quote',
  '| a | b |',
  '```',
  '`tick`',
  '``',
  '$x$',
  '#read("/etc/passwd")',
  '<script>alert(1)</script>',
  '<!-- dateline end -->',
  '-->',
  '*x*',
  '_y_',
  '**',
  '~~z~~',
  '[a](b)',
  '![a](b)',
  '[^1]',
  '[ ] task',
  '&amp;',
  '\\',
  'https://example.org',
  'www.example.org',
  'a@b.example',
  ' edge ',
  '\u00a0',
  '---',
  '===',
  '+',
  'Step 2: again',
  'Who:',
  'مرحبا',
  'שלום',
  '日本語',
  '👩‍💻',
  'e\u0301',
  '<br>',
  ':::',
  '@label',
  '%',
  '~',
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z][a-z]{0,8}(?: [a-z]{1,8})?$/) },
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }) },
);
export const anyText = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

const marks: fc.Arbitrary<RichMark[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<RichMark[]>([]) },
  { weight: 1, arbitrary: fc.constant<RichMark[]>([{ type: 'code' }]) },
  {
    weight: 4,
    arbitrary: fc.uniqueArray(
      fc.constantFrom<RichMark>(
        { type: 'bold' },
        { type: 'italic' },
        { type: 'strike' },
        { type: 'link', attrs: { href: 'https://example.org/a_b?c=d&e=(f)' } },
        ...claimIds.map((id): RichMark => ({ type: 'evidence', attrs: { id } })),
        ...promiseIds.map((id): RichMark => ({ type: 'promise', attrs: { id } })),
      ),
      { selector: (mark) => mark.type, maxLength: 3 },
    ),
  },
);

const inline: fc.Arbitrary<RichNode> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(anyText, marks)
      .map(([text, given]): RichNode => ({ type: 'text', text, ...(given.length ? { marks: given } : {}) })),
  },
  { weight: 1, arbitrary: fc.constant<RichNode>({ type: 'hardBreak' }) },
  { weight: 1, arbitrary: anyText.map((text): RichNode => ({ type: 'footnote', attrs: { text } })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('price', 'launch date'), anyText)
      .map(([key, value]): RichNode => ({ type: 'fact', attrs: { key, value } })),
  },
);
const inlines = fc.array(inline, { maxLength: 4 });

const paragraph = inlines.map((content): RichNode => ({ type: 'paragraph', content }));
/** Most headings have no id; a how-to of a manual does. */
const headingIds = [{}, {}, { id: 'how-to --> 1' }, { id: 'how-to-2', from: 'story-1' }];

const leafBlock: fc.Arbitrary<RichNode> = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  fc
    .tuple(fc.constantFrom(1, 2, 3, 4), fc.constantFrom(...headingIds), inlines)
    .map(([level, ids, content]): RichNode => ({ type: 'heading', attrs: { level, ...ids }, content })),
  fc
    .tuple(
      fc.constantFrom(null, 'json', 'c++'),
      fc.constantFrom(null, 'request', 'response'),
      fc.array(word, { maxLength: 3 }),
    )
    .map(
      ([language, role, lines]): RichNode => ({
        type: 'codeBlock',
        attrs: { language, role },
        content: lines.length ? [{ type: 'text', text: lines.join('\n') }] : [],
      }),
    ),
  fc.constantFrom(...screenIds).map((screen): RichNode => ({ type: 'screen', attrs: { id: screen } })),
  fc
    .tuple(
      fc.constantFrom('', 'faq --> gone'),
      fc.oneof(fc.constant(''), anyText),
      fc.array(paragraph, { minLength: 1, maxLength: 2 }),
    )
    .chain(([question, words, content]) =>
      fc.uuid().map((id): RichNode => ({ type: 'unwritten', attrs: { id, question, words }, content })),
    ),
  fc.constant<RichNode>({ type: 'horizontalRule' }),
  fc
    .tuple(fc.constantFrom(null, 'screen-1.png'), anyText, fc.oneof(fc.constant(''), anyText))
    .map(([asset, alt, caption]): RichNode => ({ type: 'image', attrs: { asset, alt, caption } })),
);

const cell = (type: 'tableHeader' | 'tableCell', align: string | null) =>
  paragraph.map((content): RichNode => ({ type, attrs: { align }, content: [content] }));

const table: fc.Arbitrary<RichNode> = fc
  .record({
    aligns: fc.array(fc.constantFrom(null, 'left', 'right'), { minLength: 1, maxLength: 3 }),
    rows: fc.integer({ min: 1, max: 3 }),
    headed: fc.boolean(),
  })
  .chain(({ aligns, rows, headed }) =>
    fc.tuple(
      ...Array.from({ length: rows }, (_, row) =>
        fc
          .tuple(...aligns.map((align) => cell(headed && row === 0 ? 'tableHeader' : 'tableCell', align)))
          .map((cells): RichNode => ({ type: 'tableRow', content: cells })),
      ),
    ),
  )
  .map((content): RichNode => ({ type: 'table', content }));

const block: fc.Arbitrary<RichNode> = fc.letrec<{ block: RichNode; inside: RichNode[] }>((tie) => ({
  inside: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 8, arbitrary: leafBlock },
    { weight: 1, arbitrary: table },
    tie('inside').map((content): RichNode => ({ type: 'blockquote', content })),
    listOf('bulletList', tie('inside')),
    listOf('orderedList', tie('inside')),
    listOf('taskList', tie('inside')),
  ),
})).block;

function listOf(
  type: 'bulletList' | 'orderedList' | 'taskList',
  inside: fc.Arbitrary<RichNode[]>,
): fc.Arbitrary<RichNode> {
  const item = fc
    .tuple(inside, fc.boolean())
    .map(
      ([content, checked]): RichNode =>
        type === 'taskList'
          ? { type: 'taskItem', attrs: { checked }, content }
          : { type: 'listItem', content },
    );
  return fc.tuple(fc.array(item, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 30 })).map(
    ([content, start]): RichNode => ({
      type,
      ...(type === 'orderedList' ? { attrs: { start } } : {}),
      content,
    }),
  );
}

const blocks = fc.array(block, { minLength: 1, maxLength: 3 });
const sections = (known: readonly { key: string }[]) =>
  fc.tuple(
    ...known.map(({ key }) =>
      blocks.map((content): RichNode => ({ type: 'section', attrs: { key, fixed: true }, content })),
    ),
  );
const id = fc.uuid();
const user = fc.constantFrom('', '', 'endUser', 'Friends --> north');
const title = inlines.map((content): RichNode => ({ type: 'title', content }));

const faqItem = fc
  .record({
    id,
    state: fc.constantFrom(...faqStates),
    owner: fc.oneof(fc.constant(''), anyText),
    due: fc.constantFrom('', '2027-03-01'),
    askedBy: fc.constantFrom('', 'Sales --> north'),
    bankNumber: fc.constantFrom(null, 12),
  })
  .chain((attrs) =>
    fc.tuple(inlines, blocks).map(
      ([question, answer]): RichNode => ({
        type: 'faqItem',
        attrs,
        content: [{ type: 'faqQuestion', content: question }, ...answer],
      }),
    ),
  );

const factsOf = (keys: readonly string[], lines: readonly RichNode[][]): RichNode[] =>
  lines.map((content, index) => ({ type: 'storyFact', attrs: { key: keys[index] }, content }));

const step = fc.tuple(id, title, blocks, fc.array(inlines, { maxLength: stepFactKeys.length })).map(
  ([stepId, name, content, facts]): RichNode => ({
    type: 'step',
    attrs: { id: stepId },
    content: [name, ...content, ...factsOf(stepFactKeys, facts)],
  }),
);
const useCase = fc
  .tuple(
    id,
    title,
    fc.tuple(...storyFactKeys.map(() => inlines)),
    fc.array(block, { maxLength: 1 }),
    fc.array(step, { maxLength: 2 }),
    user,
  )
  .map(
    ([caseId, name, facts, before, steps, who]): RichNode => ({
      type: 'useCase',
      attrs: { id: caseId, user: who },
      content: [name, ...factsOf(storyFactKeys, facts), ...before, ...steps],
    }),
  );
const manual = fc.tuple(id, title, sections(manualSections), user).map(
  ([manualId, name, content, who]): RichNode => ({
    type: 'manual',
    attrs: { id: manualId, user: who },
    content: [name, ...content],
  }),
);

const docOf = (content: fc.Arbitrary<RichNode[]>): fc.Arbitrary<RichDoc> =>
  content.map((nodes) => canonicalDoc({ type: 'doc', content: nodes }));
const some = (item: fc.Arbitrary<RichNode>) => fc.array(item, { minLength: 1, maxLength: 2 });

/** Whole narratives as an editor may make them, with texts that are hard on every format. */
export const anyNarrative: fc.Arbitrary<NarrativeContent> = fc
  .record({
    brief: docOf(sections(briefSections)),
    release: docOf(sections(releaseSections)),
    customerFaq: docOf(some(faqItem)),
    internalFaq: docOf(some(faqItem)),
    experience: docOf(some(useCase)),
    manuals: docOf(some(manual)),
    plan: docOf(blocks),
    feasibility: docOf(blocks),
  })
  .chain((parts) => anyRecords(anyText).map((records) => ({ ...emptyContent(), parts, ...records })));

/** Parts in shapes that no editor makes but the schema allows. */
export const oddNarrative: fc.Arbitrary<NarrativeContent> = fc
  .tuple(
    anyNarrative,
    docOf(fc.array(fc.oneof(block, faqItem, useCase, manual), { minLength: 1, maxLength: 3 })),
  )
  .map(([content, odd]) => ({ ...content, parts: { ...content.parts, release: odd, manuals: odd } }));
