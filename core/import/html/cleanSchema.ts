import type { Schema } from 'hast-util-sanitize';

const words =
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var';
const blocks =
  'address article aside blockquote body br center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html input label legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul img caption';

/**
 * What is kept of HTML from outside: words and their structure. Classes and styles stay only until it is known what
 * they make of the words; names of places only until footnotes are found.
 */
export const cleanSchema: Schema = {
  tagNames: `${words} ${blocks}`.split(' '),
  attributes: {
    '*': ['className', 'style', 'id'],
    a: ['href'],
    img: ['src', 'alt', 'title'],
    input: ['type', 'checked'],
    li: ['role', 'ariaChecked'],
    ol: ['start'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan'],
  },
  // What is left out with all it holds; of anything else unknown, the words stay.
  strip: [
    'script',
    'style',
    'title',
    'template',
    'object',
    'embed',
    'iframe',
    'canvas',
    'svg',
    'audio',
    'video',
  ],
  clobber: [],
  // Others than web and mail addresses are written out beside their words by whoever reads links.
  protocols: { href: ['http', 'https', 'mailto', 'tel', 'ftp', 'file'], src: [] },
  allowComments: false,
  allowDoctypes: false,
};
