import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { emptySection } from '../../../core/narrative/partTemplate';
import type { RichNode } from '../../../core/narrative/richText';
import { canonicalDoc } from '../../../core/narrative/schema';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import type { ReleasePromise } from '../../../core/thread/releasePromise';
import { type EndKind, type ThreadLink, threadLinkId } from '../../../core/thread/threadLink';

export const text = (words: string): RichNode => ({ type: 'text', text: words });
export const promised = (words: string, id: string): RichNode => ({
  type: 'text',
  text: words,
  marks: [{ type: 'promise', attrs: { id } }],
});
export const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const title = (words: string): RichNode => ({ type: 'title', content: words === '' ? [] : [text(words)] });
export const screenNode = (id: string): RichNode => ({ type: 'screen', attrs: { id } });

export const section = (key: string, ...content: RichNode[]): RichNode => ({ ...emptySection(key), content });

export const faqItem = (id: string, question: string, answer = ''): RichNode => ({
  type: 'faqItem',
  attrs: { id, state: answer === '' ? 'open' : 'answered' },
  content: [
    { type: 'faqQuestion', content: question === '' ? [] : [text(question)] },
    answer === '' ? { type: 'paragraph' } : paragraph(text(answer)),
  ],
});

export const step = (id: string, words: string, ...content: RichNode[]): RichNode => ({
  type: 'step',
  attrs: { id },
  content: [title(words), ...content],
});

export const story = (id: string, words: string, ...steps: RichNode[]): RichNode => ({
  type: 'useCase',
  attrs: { id },
  content: [title(words), ...steps],
});

export const howTo = (id: string, words: string, ...content: RichNode[]): RichNode[] => [
  { type: 'heading', attrs: { level: 3, id }, content: [text(words)] },
  ...content,
];

export const manual = (id: string, words: string, ...howTos: RichNode[]): RichNode => ({
  type: 'manual',
  attrs: { id },
  content: [
    title(words),
    section('howTo', ...(howTos.length === 0 ? [{ type: 'paragraph' } as const] : howTos)),
  ],
});

export function screen(id: string, words: string): ScreenRecord {
  const drawn = { scene: 's.bin', svg: 's.svg', png: 's.png', width: 390, height: 844 };
  const none = {
    alt: '',
    template: '',
    versions: [],
    hotspots: [],
    follows: '',
    changedAt: '',
    changedBy: '',
  };
  return { ...none, id, title: words, picture: drawn } as const;
}

export const promiseRecord = (id: string, words: string): ReleasePromise => ({
  id,
  words,
  section: 'solution',
  isImportant: false,
  setBy: '',
  setAt: '',
});

/** A link to an end that is named like `step:s1`. */
export function link(promise: string, to: string, verdict: ThreadLink['verdict'] = 'linked'): ThreadLink {
  const [kind, end] = to.split(':') as [EndKind, string];
  const id = threadLinkId({ promise, kind, end });
  const place = { part: 'experience', section: '' } as const;
  return { id, promise, kind, end, words: `words of ${end}`, place, verdict, setBy: '', setAt: '' };
}

interface Pieces {
  release?: RichNode[];
  customerFaq?: RichNode[];
  internalFaq?: RichNode[];
  experience?: RichNode[];
  manuals?: RichNode[];
  screens?: ScreenRecord[];
  promises?: ReleasePromise[];
  links?: ThreadLink[];
}

/** A narrative with these nodes in its parts; parts that are not named stay unwritten. */
export function threadContent(pieces: Pieces): NarrativeContent {
  const content = emptyContent();
  for (const part of ['release', 'customerFaq', 'internalFaq', 'experience', 'manuals'] as const) {
    const nodes = pieces[part];
    if (nodes && nodes.length > 0) content.parts[part] = canonicalDoc({ type: 'doc', content: nodes });
  }
  const byId = <T extends { id: string }>(records: readonly T[] = []) =>
    Object.fromEntries(records.map((record) => [record.id, record]));
  return {
    ...content,
    screens: byId(pieces.screens),
    promises: byId(pieces.promises),
    links: byId(pieces.links),
  };
}
