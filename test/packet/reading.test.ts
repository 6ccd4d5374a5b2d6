// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartKey } from '../../core/narrative/parts';
import { plainText } from '../../core/narrative/plainText';
import type { RichDoc, RichNode } from '../../core/narrative/richText';
import { drawLine } from '../../packet/reading/drawLine';
import { anyNarrative } from '../core/export/narrativeArbitrary';
import { shownPart, shownParts } from './shownParts';

const docOf = (...content: RichNode[]): RichDoc => ({ type: 'doc', content });
const text = (words: string): RichNode => ({ type: 'text', text: words });
const paragraph = (words: string): RichNode => ({ type: 'paragraph', content: [text(words)] });

describe('A part on the page of a packet', () => {
  it('shows every word of any text, each at its own place (seed 6041)', () => {
    fc.assert(
      fc.property(anyNarrative, ({ parts }) => {
        for (const shown of shownParts(parts)) {
          const lines = shown.units.flatMap((unit) => unit.lines);
          for (const { line, leaves } of lines) {
            for (const leaf of leaves) {
              const start = line.start + leaf.from - line.from;
              const words = shown.text.text.slice(start, start + leaf.to - leaf.from);
              if (leaf.node instanceof Text) expect(leaf.node.data).toBe(words);
              else expect(words).toBe('\ufffc');
              expect(shown.element.contains(leaf.node)).toBe(true);
            }
            expect(leaves.at(-1)?.to ?? line.from).toBe(line.from + (line.isAtom ? 1 : line.length));
          }
          const said = plainText(parts[shown.part]).replace(/\s/g, '');
          const read = lines
            .map(({ node }) => plainText(node))
            .join('')
            .replace(/\s/g, '');
          expect(read).toBe(said);
        }
      }),
      { seed: 6041, numRuns: 12 },
    );
  });

  it('draws marks of remarks without changing a word (seed 6042)', () => {
    const anySpan = fc.record({ from: fc.nat(40), length: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.array(anySpan), (words, spans) => {
        const [line] = shownPart(docOf(paragraph(`.${words}`))).units.flatMap((unit) => unit.lines);
        if (!line) throw new Error('The paragraph is not shown.');
        const before = line.element.textContent;
        drawLine(
          line,
          spans.map(({ from, length }) => ({ from, to: from + length, look: 'commented' })),
        );
        expect(line.element.textContent).toBe(before);
        expect(line.leaves.map(({ node }) => node.textContent).join('')).toBe(before);
      }),
      { seed: 6042, numRuns: 60 },
    );
  });

  it('calls each paragraph by its part and number', () => {
    const { units } = shownPart(docOf(paragraph('One.'), paragraph(''), paragraph('Two.')), 'plan');
    expect(units.map(({ label }) => label)).toEqual(['A 1', 'A 2']);
    expect(units[1]?.handle.getAttribute('aria-label')).toBe('A 2: choose this paragraph');
  });

  it('says so where nothing is written', () => {
    expect(shownPart(docOf(paragraph(' ')), 'plan').element.textContent).toContain(
      'Nothing is written here yet.',
    );
  });

  it('shows a screen by its name and words, and says why a picture is not there', () => {
    const screen = { type: 'screen', attrs: { id: 's1' } } as const;
    const known = {
      title: 'Price',
      alt: 'A price in large figures',
      picture: '',
      missing: 'It was not drawn yet.',
    };
    const words = shownPart(docOf(screen), 'experience', { pictures: {}, screens: { s1: known } });
    expect(words.element.textContent).toContain('It was not drawn yet.PriceA price in large figures');
    expect(shownPart(docOf(screen), 'experience').element.textContent).toContain(
      'Nothing else is known of it.',
    );
  });
});

const attack = '<img src=x onerror="alert(1)"><script>alert(1)</script>';

describe('Hostile words', () => {
  it.each<[string, RichNode, PartKey]>([
    ['text', paragraph(attack), 'release'],
    [
      'a field',
      { type: 'paragraph', content: [{ type: 'fact', attrs: { key: attack, value: attack } }] },
      'plan',
    ],
    ['a footnote', { type: 'paragraph', content: [{ type: 'footnote', attrs: { text: attack } }] }, 'plan'],
    ['a picture', { type: 'image', attrs: { asset: attack, alt: attack, caption: attack } }, 'plan'],
    [
      'code',
      { type: 'codeBlock', attrs: { language: attack, role: attack }, content: [text(attack)] },
      'plan',
    ],
    ['a section', { type: 'section', attrs: { key: attack }, content: [paragraph('x')] }, 'brief'],
    [
      'a question',
      { type: 'faqItem', attrs: { state: attack, owner: attack, due: attack }, content: [paragraph('x')] },
      'internalFaq',
    ],
    [
      'an unwritten place',
      { type: 'unwritten', attrs: { words: attack }, content: [paragraph('x')] },
      'manuals',
    ],
    ['a fact of a story', { type: 'storyFact', attrs: { key: attack }, content: [text('x')] }, 'experience'],
  ])('are words and nothing else in %s', (_where, node, part) => {
    const { element } = shownPart(docOf(node), part);
    expect(element.querySelectorAll('script, iframe, object, img')).toHaveLength(0);
    const attributes = [...element.querySelectorAll('*')].flatMap((each) => [...each.attributes]);
    expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'style')).toEqual([]);
  });

  it('lead nowhere but to the web and to mail', () => {
    const linked = (href: unknown): RichNode => ({
      type: 'paragraph',
      content: [{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] }],
    });
    const hrefs = [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      3,
      null,
    ];
    const { element } = shownPart(docOf(...hrefs.map(linked), linked('https://example.org/')), 'plan');
    expect([...element.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://example.org/',
    ]);
  });

  it('fetch no picture that the packet does not hold itself', () => {
    const image = (asset: string): RichNode => ({
      type: 'image',
      attrs: { asset, alt: 'A wall', caption: '' },
    });
    const src = (value: string) => ({ src: value, width: 1, height: 1 });
    const inside = 'data:image/png;base64,iVBORw0KGgo=';
    const pictures = {
      a: src('https://example.org/a.png'),
      b: src('data:text/html;base64,x'),
      c: src(inside),
    };
    const { element } = shownPart(docOf(image('a'), image('b'), image('c'), image('__proto__')), 'plan', {
      pictures,
      screens: {},
    });
    expect([...element.querySelectorAll('img')].map((each) => each.getAttribute('src'))).toEqual([inside]);
    expect(element.textContent).toContain('A picture: A wall');
  });
});
