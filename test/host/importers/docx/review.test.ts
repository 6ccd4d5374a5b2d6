import { describe, expect, it } from 'vitest';
import { decodeNarrativeDoc, partFragment } from '../../../../core/narrative/narrativeDoc';
import { plainText, sectionText } from '../../../../core/narrative/plainText';
import type { RichNode } from '../../../../core/narrative/richText';
import { placeAnchor } from '../../../../core/review/placeAnchor';
import { readDocText, readPartText } from '../../../../core/review/readPartText';
import {
  type ReviewRecord,
  type ReviewRecordOf,
  reviewRecordSchema,
} from '../../../../core/review/reviewRecord';
import { importFile } from '../../../../host/importers/importFile';
import { prepareImport } from '../../../../host/importers/prepareImport';
import { paragraph, run, styled, type WordFileParts, wordFile, wordPart } from './wordFile';

const at = '2027-03-01T10:00:00Z';
const by = (name: string) => `w:id="9" w:author="${name}" w:date="${at}"`;
const put = (text: string, name = 'Ada') => `<w:ins ${by(name)}>${run(text)}</w:ins>`;
const taken = (text: string, name = 'Ada') =>
  `<w:del ${by(name)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const end = (kind: 'ins' | 'del', name = 'Ada') => `<w:rPr><w:${kind} ${by(name)}/></w:rPr>`;

const comment = (id: number, text: string, { name = 'Ada', key = '' } = {}) =>
  `<w:comment w:id="${id}" w:author="${name}" w:date="${at}" w:initials="A">${text
    .split('\n')
    .map((line) => `<w:p${key === '' ? '' : ` w14:paraId="${key}"`}>${run(line)}</w:p>`)
    .join('')}</w:comment>`;
const about = (id: number, inner: string) =>
  `<w:commentRangeStart w:id="${id}"/>${inner}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

/** The problem of a release with this text, and the records that came with it. */
async function readProblem({ body, ...rest }: WordFileParts) {
  const bytes = wordFile({
    body: styled('Heading1', 'Name') + styled('Heading2', 'Problem') + body,
    ...rest,
  });
  const { content, review = [], doubts } = await importFile({ fileName: 'a.docx', bytes });
  for (const record of review) expect(reviewRecordSchema.parse(record)).toEqual(record);
  const doc = content.parts.release;
  const text = readDocText(doc);
  const wordsAt = (record: ReviewRecord) => {
    if (!('anchor' in record)) return null;
    const placed = placeAnchor(text, record.anchor);
    return placed.state === 'orphan' ? placed.state : record.anchor.quote;
  };
  return { problem: sectionText(doc, 'problem'), review, doubts, wordsAt };
}

const suggestionsIn = (review: readonly ReviewRecord[]) =>
  review.filter((record): record is ReviewRecordOf<'suggestion'> => record.kind === 'suggestion');

/** A change as words: what it takes out and what it puts in. */
function changeOf({ change, anchor }: ReviewRecordOf<'suggestion'>) {
  const words = (nodes: readonly RichNode[]) => nodes.map(plainText).join('|');
  return [
    change.kind,
    anchor.quote,
    words('was' in change ? change.was : []),
    words('now' in change ? change.now : []),
  ];
}

const commentParts = {
  'word/comments.xml': wordPart(
    'comments',
    comment(1, 'Is this so?\nReally?', { key: '0001' }) +
      comment(2, 'It is.', { name: 'Ben', key: '0002' }) +
      comment(3, 'Done.', { key: '0003' }),
  ),
  'word/commentsExtended.xml':
    '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="0001" w15:done="1"/><w15:commentEx w15:paraId="0002" w15:paraIdParent="0001" w15:done="1"/><w15:commentEx w15:paraId="0003" w15:done="0"/></w15:commentsEx>',
};
const commented = paragraph(
  `${run('Nobody ')}${about(1, about(2, run('answers')))}${run(' now. Nobody ')}${about(3, run('answers'))}${run(' later.')}`,
);

describe('comments of a Word file', () => {
  it('become threads with their answers, on the words that they were about', async () => {
    const { problem, review, wordsAt } = await readProblem({ body: commented, parts: commentParts });
    expect(problem).toBe('Nobody answers now. Nobody answers later.');
    const [first, resolved, reply, second] = review;
    expect(
      [first, reply].map((record) => record && 'text' in record && [record.kind, record.by, record.text]),
    ).toEqual([
      ['comment', 'Ada', 'Is this so?\nReally?'],
      ['reply', 'Ben', 'It is.'],
    ]);
    expect(resolved).toMatchObject({ kind: 'resolution', thread: first?.id, isResolved: true });
    expect(reply).toMatchObject({
      thread: first?.id,
      at: '2027-03-01T10:00:00.000Z',
      origin: { kind: 'word', file: 'a.docx' },
    });
    expect(first && wordsAt(first)).toBe('answers');
    expect(first).toMatchObject({
      anchor: {
        part: 'release',
        section: 'problem',
        before: expect.stringMatching(/\nNobody $/u),
        after: ' now. Nobody answers lat',
      },
    });
    expect(second).toMatchObject({ anchor: { before: expect.stringMatching(/now\. Nobody $/u) } });
    expect(review).toHaveLength(4);
  });

  it('have the same ids whenever the file is read, and whatever numbers it gives them', async () => {
    const once = await readProblem({ body: commented, parts: commentParts });
    const renumber = (xml: string) => xml.replace(/w:id="([123])"/gu, (_, id) => `w:id="${Number(id) + 40}"`);
    const again = await readProblem({
      body: renumber(commented),
      parts: { ...commentParts, 'word/comments.xml': renumber(commentParts['word/comments.xml']) },
    });
    expect(again.review).toEqual(once.review);
    expect(new Set(once.review.map(({ id }) => id)).size).toBe(once.review.length);
  });

  it('over several paragraphs, in cells, on links and without a range keep their place', async () => {
    const { review, wordsAt } = await readProblem({
      body:
        `${paragraph(`<w:commentRangeStart w:id="1"/>${run('First line.')}`)}${paragraph(run('Second line.'))}<w:commentRangeEnd w:id="1"/>` +
        `<w:tbl><w:tr><w:tc>${paragraph(run('Before.'))}${paragraph(about(2, run('In the cell')))}</w:tc></w:tr></w:tbl>` +
        paragraph(`${run('At the ')}<w:r><w:commentReference w:id="3"/></w:r>${run('point.')}`),
      parts: commentParts,
    });
    const texts = review.flatMap((record) =>
      record.kind === 'comment' ? [[record.text, wordsAt(record)]] : [],
    );
    expect(texts).toEqual([
      ['Is this so?\nReally?', 'First line.\nSecond line.'],
      ['Done.', ''],
    ]);
    expect(review.find((record) => record.kind === 'comment' && record.text === 'Done.')).toMatchObject({
      anchor: { before: expect.stringMatching(/At the $/u), after: expect.stringMatching(/^point\./u) },
    });
  });

  it('on words that are no part of the narrative are kept with them, and told', async () => {
    const bytes = wordFile({
      body:
        styled('Heading1', 'Name') +
        paragraph(about(3, run('Sub-heading: '))) +
        styled('Heading2', 'FAQ') +
        paragraph(about(1, run('Q: When?'))),
      parts: commentParts,
    });
    const { review = [], doubts } = await importFile({ fileName: 'a.docx', bytes });
    const quotes = review.flatMap((record) => (record.kind === 'comment' ? [record.anchor.quote] : []));
    expect(quotes).toEqual(['When?', 'Sub-heading:']);
    expect(doubts.join(' ')).toMatch(/kept with/u);
  });
});

describe('a Word file that becomes a narrative', () => {
  it('has its remarks on the very characters that they are about', async () => {
    const bytes = wordFile({
      body: styled('Heading1', 'Name') + styled('Heading2', 'Problem') + commented,
      parts: commentParts,
    });
    const { shared } = await prepareImport({ fileName: 'a.docx', bytes });
    const doc = decodeNarrativeDoc(Buffer.from(shared.yjs, 'base64'));
    const text = readPartText(partFragment(doc, 'release'));
    const states = Object.values(shared.review).flatMap((raw) => {
      const record = reviewRecordSchema.parse(raw);
      return 'anchor' in record ? [placeAnchor(text, record.anchor).state] : [];
    });
    expect(states).toEqual(['exact', 'exact']);
  });
});

describe('tracked changes of a Word file', () => {
  it('within a paragraph are suggestions on the text before them', async () => {
    const { problem, review, wordsAt } = await readProblem({
      body: paragraph(
        `${run('We ')}${taken('never')}${put('seldom')}${run(' answer')}${put(' calls', 'Ben')}${run('.')}${taken(' Sorry.')}`,
      ),
    });
    expect(problem).toBe('We never answer. Sorry.');
    const suggestions = suggestionsIn(review);
    expect(suggestions.map(changeOf)).toEqual([
      ['words', 'never', 'never', 'seldom'],
      ['words', '', '', ' calls'],
      ['words', ' Sorry.'.trim(), 'Sorry.', ''],
    ]);
    expect(suggestions.map((record) => [record.by, wordsAt(record)])).toEqual([
      ['Ada', 'never'],
      ['Ben', ''],
      ['Ada', 'Sorry.'],
    ]);
    expect(suggestions[1]?.anchor.before).toMatch(/We never answer$/u);
    expect(suggestions[1]?.anchor.after).toMatch(/^\. Sorry\./u);
  });

  it('of one person in several pieces are one suggestion; what was put in and taken out again is none', async () => {
    const { problem, review } = await readProblem({
      body: paragraph(
        `${run('a ')}${taken('b')}${taken(' c')}${put('d')}${put(' e')}${run(' f')}<w:ins ${by('Ada')}><w:del ${by('Ben')}><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>`,
      ),
    });
    expect(problem).toBe('a b c f');
    expect(suggestionsIn(review).map(changeOf)).toEqual([['words', 'b c', 'b c', 'd e']]);
  });
});

describe('tracked paragraphs of a Word file', () => {
  it('put paragraphs in after the one before them, or before the first', async () => {
    const { problem, review } = await readProblem({
      body:
        `<w:tbl><w:tr><w:tc>${paragraph(put('New first'), end('ins'))}${paragraph(run('Old'))}</w:tc></w:tr></w:tbl>` +
        paragraph(run('One.')) +
        paragraph(put('Two.'), end('ins')) +
        paragraph(put('Three.'), end('ins')) +
        paragraph(put('Four.', 'Ben'), end('ins', 'Ben')) +
        paragraph(run('Last.')),
    });
    expect(problem).toBe('Old\nOne.\nLast.');
    const suggestions = suggestionsIn(review);
    expect(suggestions.map(changeOf)).toEqual([
      ['insert', 'Old', '', 'New first'],
      ['insert', 'One.', '', 'Two.|Three.'],
      ['insert', 'One.', '', 'Four.'],
    ]);
    expect(suggestions.map(({ change }) => change.kind === 'insert' && change.side)).toEqual([
      'before',
      'after',
      'after',
    ]);
  });

  it('typed at the end of a paragraph put in the next, as word processors write it', async () => {
    const { problem, review } = await readProblem({
      body: paragraph(run('One.'), end('ins')) + paragraph(put('Two.')) + paragraph(run('Three.')),
    });
    expect(problem).toBe('One.\nThree.');
    expect(suggestionsIn(review).map(changeOf)).toEqual([['insert', 'One.', '', 'Two.']]);
  });

  it('take paragraphs out', async () => {
    const { problem, review } = await readProblem({
      body: paragraph(run('One.')) + paragraph(taken('Two.'), end('del')) + paragraph(run('Three.')),
    });
    expect(problem).toBe('One.\nTwo.\nThree.');
    expect(suggestionsIn(review).map(changeOf)).toEqual([['delete', 'Two.', 'Two.', '']]);
  });

  it('that part or join paragraphs replace them', async () => {
    const parted = await readProblem({ body: paragraph(run('One. '), end('ins')) + paragraph(run('Two.')) });
    expect(parted.problem).toBe('One. Two.');
    expect(suggestionsIn(parted.review).map(changeOf)).toEqual([
      ['replace', 'One. Two.', 'One. Two.', 'One. |Two.'],
    ]);
    const joined = await readProblem({ body: paragraph(run('One.'), end('del')) + paragraph(run('Two.')) });
    expect(joined.problem).toBe('One.\nTwo.');
    expect(suggestionsIn(joined.review).map(changeOf)).toEqual([['replace', 'One.', 'One.', 'One.Two.']]);
  });

  it('of looks are left out and told, and moved words are taken out and put in', async () => {
    const { problem, review, doubts } = await readProblem({
      body:
        paragraph(run('Bold', '<w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>')) +
        paragraph(`${run('Here')}<w:moveFrom ${by('Ada')}>${run(' moved')}</w:moveFrom>`) +
        paragraph(`${run('There')}<w:moveTo ${by('Ada')}>${run(' moved')}</w:moveTo>`),
    });
    expect(problem).toBe('Bold\nHere moved\nThere');
    expect(suggestionsIn(review).map(changeOf)).toEqual([
      ['words', 'moved', 'moved', ''],
      ['words', '', '', ' moved'],
    ]);
    expect(doubts).toEqual(['Changes of looks that were tracked were left out: words look as before them.']);
  });
});
