import type { RootContent } from 'mdast';
import { type MarkName, type RichNode, stringAttr } from '../../narrative/richText';
import { writeInlines } from './writeInlines';
import type { WritingContext } from './writingContext';

/**
 * The heading, sub-heading and dateline of a release as a reader expects to see them; null when such a section
 * holds more than one plain line, so that its look could not be told from its text afterwards.
 */
export function writeRelease(section: RichNode, context: WritingContext): RootContent[] | null {
  const key = stringAttr(section, 'key');
  if (!isStyled(key)) return null;
  const [line, ...others] = section.content ?? [];
  if (line?.type !== 'paragraph' || others.length > 0) return null;
  const inlines = line.content ?? [];
  if (inlines.length === 0) return [];
  if (key === 'heading')
    return [{ type: 'heading', depth: 2, children: writeInlines(inlines, context, 'line') }];
  if (hasMark(inlines, key === 'subheading' ? 'italic' : 'bold')) return null;
  const children = writeInlines(inlines, context);
  return [{ type: 'paragraph', children: [{ type: styles[key], children }] }];
}

/** Sections of the release that have a look of their own. */
export function isStyledSection(section: RichNode): boolean {
  return isStyled(stringAttr(section, 'key'));
}

const isStyled = (key: string): key is 'heading' | 'subheading' | 'dateline' =>
  key === 'heading' || key === 'subheading' || key === 'dateline';

const styles = { subheading: 'emphasis', dateline: 'strong' } as const;

/** Code and links apart, a mark of the same kind inside would merge with the one around. */
function hasMark(inlines: readonly RichNode[], mark: MarkName): boolean {
  return inlines.some((node) => node.marks?.some((other) => other.type === mark));
}
