import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectPromises } from '../../../core/thread/collectPromises';
import { endKey } from '../../../core/thread/itemEnds';
import { chainOf, keyOf, readThread } from '../../../core/thread/readThread';
import { collectEnds } from '../../../core/thread/threadEnds';
import type { EndKind } from '../../../core/thread/threadLink';
import { oddNarrative } from '../export/narrativeArbitrary';
import * as the from './threadContent';

const solution = (...content: Parameters<typeof the.paragraph>) =>
  the.section('solution', the.paragraph(...content));

describe('the promises of a release', () => {
  it('keep one promise whose words were parted, and one that wears other marks too', () => {
    const bold = { ...the.promised('for thirty', 'p1') };
    bold.marks = [{ type: 'bold' }, ...(bold.marks ?? [])];
    const content = the.threadContent({
      release: [
        solution(
          the.promised('film a fault ', 'p1'),
          bold,
          the.promised(' seconds', 'p1'),
          the.text(' or not'),
        ),
        the.section('about', the.paragraph(the.promised('anywhere', 'p1'))),
      ],
      promises: [the.promiseRecord('p1', 'film'), the.promiseRecord('p0', 'and pay nothing')],
    });
    const { promises, gone } = collectPromises(content);
    expect(promises.map(({ id, section, words }) => ({ id, section, words }))).toEqual([
      { id: 'p1', section: 'solution', words: 'film a fault for thirty seconds … anywhere' },
    ]);
    expect(gone.map(({ words }) => words)).toEqual(['and pay nothing']);
  });

  it('are read of the release alone, with or without their records', () => {
    const content = the.threadContent({
      release: [solution(the.promised('pasted', 'p9'))],
      customerFaq: [the.faqItem('q1', 'Who?')],
      experience: [
        the.story('u1', 'A day', the.step('s1', 'Go', the.paragraph(the.promised('copied', 'p2')))),
      ],
    });
    expect(collectPromises(content).promises).toMatchObject([{ id: 'p9', record: null, isImportant: false }]);
  });
});

describe('the ends of the thread', () => {
  const content = the.threadContent({
    customerFaq: [the.faqItem('q1', 'Do I need an app?', 'No.'), the.faqItem('q2', '')],
    experience: [
      the.story(
        'u1',
        'Amira gets a price',
        the.step('s1', 'She films', the.screenNode('m1')),
        the.step('s2', '', the.paragraph(the.text('She reads the plate.'))),
      ),
    ],
    manuals: [
      the.manual(
        'h',
        'households',
        ...the.howTo('h1', 'Ask for a price', the.paragraph(the.text('Film it.')), the.screenNode('m2')),
        ...the.howTo('h2', 'Pay'),
      ),
    ],
    screens: [the.screen('m1', 'Film'), the.screen('m2', 'Price'), the.screen('m3', 'Unused')],
  });

  it('say where they stand and what they are', () => {
    const { list } = collectEnds(content);
    expect(list.map((end) => [endKey(end), end.words, end.note])).toEqual([
      ['faq:q1', 'Do I need an app?', 'Customer FAQ, question 1, answered'],
      ['step:s1', 'She films', 'Step 1 of “Amira gets a price”'],
      ['step:s2', 'She reads the plate.', 'Step 2 of “Amira gets a price”'],
      ['howTo:h1', 'Ask for a price', 'Manual for households, how-to'],
      ['howTo:h2', 'Pay', 'Manual for households, how-to'],
      ['screen:m1', 'Film', 'Screen, step 1 of “Amira gets a price”'],
      ['screen:m2', 'Price', 'Screen, Manual for households, how-to'],
      ['screen:m3', 'Unused', 'Screen, in no story'],
    ]);
  });

  it('know a blank one without listing it, and take a how-to up to the next', () => {
    const { byKey, list, holders } = collectEnds(content);
    expect(byKey.get('faq:q2')?.isBlank).toBe(true);
    expect(list.some(({ id }) => id === 'q2')).toBe(false);
    expect(byKey.get('howTo:h1')?.text).toContain('Film it.');
    expect(byKey.get('howTo:h2')?.text).toBe('Pay');
    expect([...(holders.get('m2') ?? [])]).toEqual(['howTo:h1']);
  });

  it('put a target under what a number proves', () => {
    const card = { id: 'c1', state: 'target', what: '80 minutes', who: '', when: '2026-09-14' } as const;
    const record = { ...card, link: '', asset: '', note: '', setBy: '', setAt: '' } as const;
    const { byKey } = collectEnds({ ...content, evidence: { c1: record } });
    expect(byKey.get('evidence:c1')).toMatchObject({ column: 'metric', note: 'Target, 14 September 2026' });
    const known = collectEnds({ ...content, evidence: { c1: { ...record, state: 'heard' } } });
    expect(known.byKey.get('evidence:c1')).toMatchObject({
      column: 'evidence',
      note: 'Evidence, heard, 14 September 2026',
    });
  });
});

describe('the thread', () => {
  it('reads a chain in reading order and names what is missing', () => {
    const thread = readThread(
      the.threadContent({
        release: [solution(the.promised('nothing to install', 'p1'))],
        customerFaq: [the.faqItem('q1', 'An app?'), the.faqItem('q2', 'A phone?')],
        links: [the.link('p1', 'faq:q2'), the.link('p1', 'faq:q1'), the.link('p1', 'step:s', 'refused')],
      }),
    );
    expect(thread.rows[0]?.chain.faq.map(({ id }) => id)).toEqual(['q1', 'q2']);
    expect(thread.rows[0]?.gaps).toEqual(['step', 'screen', 'howTo', 'metric', 'evidence']);
    expect(thread.orphans.promises.map(({ promise }) => promise.id)).toEqual(['p1']);
    expect(thread.broken).toEqual([]);
  });

  it('lists links whose end or whose promise is gone, and keeps the chain of deleted words', () => {
    const thread = readThread(
      the.threadContent({
        customerFaq: [the.faqItem('q1', 'An app?')],
        promises: [the.promiseRecord('p1', 'nothing to install')],
        links: [the.link('p1', 'faq:q1'), the.link('p1', 'step:lost'), the.link('p7', 'faq:q1')],
      }),
    );
    expect(thread.rows).toEqual([]);
    expect(thread.gone.map(({ promise, chain }) => [promise.words, chain.faq.length])).toEqual([
      ['nothing to install', 1],
    ]);
    expect(thread.broken.map(({ id }) => id)).toEqual(['p1>step:lost', 'p7>faq:q1']);
  });

  it('finds exactly the three planted orphans, and names a loose story once', () => {
    const thread = readThread(
      the.threadContent({
        release: [solution(the.promised('one', 'p1'), the.text(' and '), the.promised('two', 'p2'))],
        experience: [
          the.story(
            'u1',
            'Kept',
            the.step('s1', 'A', the.screenNode('m1')),
            the.step('s2', 'B', the.screenNode('m2')),
          ),
          the.story('u2', 'Nobody asked', the.step('s3', 'C', the.screenNode('m3'))),
          the.story('u3', ''),
        ],
        screens: [the.screen('m1', 'One'), the.screen('m2', 'Two'), the.screen('m3', 'Three')],
        links: [the.link('p1', 'step:s1')],
      }),
    );
    expect(thread.orphans.promises.map(({ promise }) => promise.id)).toEqual(['p2']);
    expect(thread.orphans.ends.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['useCase u2', 'screen m2']);
  });

  it('finds nothing loose before the first promise is marked', () => {
    const content = the.threadContent({ experience: [the.story('u1', 'A day', the.step('s1', 'Go'))] });
    expect(readThread(content).orphans).toEqual({ promises: [], ends: [] });
  });

  it('can be read whatever a narrative holds', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(oddNarrative, (content) => {
        const thread = readThread(content);
        const marked = collectPromises(content);
        expect(thread.rows.length + thread.gone.length).toBe(marked.promises.length + marked.gone.length);
      }),
      { numRuns: 60 },
    );
  });
});

const ids = ['a', 'b', 'c'] as const;
const anyId = fc.constantFrom(...ids);
const anyLink = fc
  .record({
    promise: fc.constantFrom('p1', 'p2', 'p3', 'p-nowhere'),
    kind: fc.constantFrom<EndKind>('faq', 'step', 'screen', 'howTo', 'evidence'),
    end: fc.constantFrom(...ids, 'gone'),
    verdict: fc.constantFrom('linked' as const, 'refused' as const),
  })
  .map(({ promise, kind, end, verdict }) => the.link(promise, `${kind}:${end}`, verdict));

const anyThread = fc
  .record({
    marked: fc.uniqueArray(fc.constantFrom('p1', 'p2'), { maxLength: 2 }),
    kept: fc.uniqueArray(fc.constantFrom('p1', 'p3'), { maxLength: 2 }),
    stories: fc.uniqueArray(fc.record({ id: anyId, screens: fc.uniqueArray(anyId) }), {
      selector: ({ id }) => id,
    }),
    howTos: fc.uniqueArray(anyId),
    screens: fc.uniqueArray(anyId),
    links: fc.uniqueArray(anyLink, { selector: ({ id }) => id }),
  })
  .map(({ marked, kept, stories, howTos, screens, links }) => ({
    stories,
    content: the.threadContent({
      release: [solution(the.text('We: '), ...marked.map((id) => the.promised(`words of ${id}`, id)))],
      customerFaq: [the.faqItem('a', 'Question?')],
      experience: stories.map(({ id, screens: own }) =>
        the.story(`u-${id}`, id, the.step(id, `Step ${id}`, ...own.map(the.screenNode))),
      ),
      manuals: [the.manual('m', 'all', ...howTos.flatMap((id) => the.howTo(id, `Do ${id}`)))],
      screens: screens.map((id) => the.screen(id, `Screen ${id}`)),
      promises: kept.map((id) => the.promiseRecord(id, id)),
      links,
    }),
  }));

describe('the laws of the thread', () => {
  it('lose no link: every one is in a chain or listed as broken', () => {
    fc.assert(
      fc.property(anyThread, ({ content }) => {
        const { rows, gone, broken } = readThread(content);
        const chained = [...rows, ...gone].flatMap((row) =>
          chainOf(row).map((end) => `${row.promise.id}>${endKey(end)}`),
        );
        const linked = Object.values(content.links).filter(({ verdict }) => verdict === 'linked');
        expect([...chained, ...broken.map(({ id }) => id)].sort()).toEqual(linked.map(({ id }) => id).sort());
      }),
    );
  });

  it('call an orphan what the definition calls one', () => {
    fc.assert(
      fc.property(anyThread, ({ content, stories }) => {
        const { rows, gone, orphans, ends } = readThread(content);
        const live = new Set(rows.map(({ promise }) => promise.id));
        const reached = (kind: EndKind, id: string) =>
          Object.values(content.links).some(
            (link) => link.verdict === 'linked' && live.has(link.promise) && keyOf(link) === `${kind}:${id}`,
          ) && ends.byKey.has(`${kind}:${id}`);
        const doable = rows.filter(({ promise }) =>
          Object.values(content.links).some(
            ({ promise: of, kind, end, verdict }) =>
              of === promise.id &&
              verdict === 'linked' &&
              ['step', 'screen', 'howTo'].includes(kind) &&
              ends.byKey.has(`${kind}:${end}`),
          ),
        );
        expect(orphans.promises).toEqual(rows.filter((row) => !doable.includes(row)));
        const isBegun = live.size + gone.length > 0;
        const isKept = ({ id, screens }: (typeof stories)[number]) =>
          reached('step', id) || screens.some((screen) => reached('screen', screen));
        const loose = [
          ...stories.filter((story) => !isKept(story)).map(({ id }) => `useCase u-${id}`),
          ...ids
            .filter((id) => ends.byKey.has(`howTo:${id}`) && !reached('howTo', id))
            .map((id) => `howTo ${id}`),
          ...ids
            .filter((id) => Object.hasOwn(content.screens, id) && !reached('screen', id))
            .filter((id) => {
              const holding = stories.filter(({ screens }) => screens.includes(id));
              return holding.every((story) => isKept(story) && !reached('step', story.id));
            })
            .map((id) => `screen ${id}`),
        ];
        expect(orphans.ends.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(
          isBegun ? loose.sort() : [],
        );
      }),
    );
  });
});
