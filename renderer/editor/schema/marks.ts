import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { Strike } from '@tiptap/extension-strike';
import { isSafeLink } from '../link/linkAddress';
import { Evidence } from './Evidence';
import { PromiseMark } from './PromiseMark';

/** A link keeps its address only; where and how it opens is no part of the text. */
const NarrativeLink = Link.extend({
  inclusive: false,
  addAttributes: () => ({
    href: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('href') ?? '' },
  }),
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  defaultProtocol: 'https',
  HTMLAttributes: { rel: 'noopener noreferrer nofollow' },
  isAllowedUri: (url) => isSafeLink(url),
});

/** Without TipTap's own key for it, Ctrl E, which exports the narrative. */
const CodeMark = Code.extend({ addKeyboardShortcuts: () => ({}) });

export const markExtensions = [Bold, Italic, Strike, CodeMark, NarrativeLink, Evidence, PromiseMark];
