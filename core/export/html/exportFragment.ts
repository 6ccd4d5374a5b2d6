import type { ExportAsset, ExportDocument } from '../exportDocument';
import { ExportWarnings } from '../exportWarnings';
import { toReadingParts } from '../reading/toReadingParts';
import { writeReading } from '../text/exportText';
import { escapeHtml } from './escapeHtml';
import { fragmentLook } from './fragmentLook';
import type { PageContext } from './htmlLook';
import { renderBlocks } from './renderBlocks';

/** What pictures on the clipboard may weigh together, in bytes: mails and documents take them in whole. */
const pictureLimit = 8_000_000;

/** Something to be pasted elsewhere, as rich text and as plain text. */
export interface ExportFragment {
  html: string;
  text: string;
}

/**
 * The chosen parts to be pasted into a mail or a document: words and what they mean, without a head, a look or a
 * thread, whose links would lead nowhere there. Pictures past 8 MB are said in words.
 */
export function exportFragment(given: ExportDocument): ExportFragment {
  const document = { ...given, options: { ...given.options, thread: false } };
  const parts = toReadingParts(document, new ExportWarnings(), { partLevel: 1 });
  const page: PageContext = { assets: lightAssets(document.assets), footnotes: [], look: fragmentLook };
  // One part alone is what somebody wants to paste below a heading of their own.
  const hasTitles = parts.length > 1;
  const html = [
    ...parts.map(({ title, blocks }) => {
      const heading = hasTitles ? `<h1>${escapeHtml(title)}</h1>\n` : '';
      return `${heading}${renderBlocks(blocks, page)}`;
    }),
    notes(page.footnotes),
  ];
  const text = writeReading(parts, { hasTitles, simplify: () => undefined });
  return { html: html.filter((piece) => piece !== '').join('\n'), text };
}

/** The pictures that are light enough together, in the order in which they are met. */
function lightAssets(assets: ReadonlyMap<string, ExportAsset>): ReadonlyMap<string, ExportAsset> {
  let weight = 0;
  return new Map(
    [...assets].filter(([, { bytes }]) => {
      if (weight + bytes.length > pictureLimit) return false;
      weight += bytes.length;
      return true;
    }),
  );
}

function notes(footnotes: readonly string[]): string {
  const lines = footnotes.map(
    (text, index) => `<p dir="auto">[${index + 1}] ${escapeHtml(text).replaceAll('\n', '<br>')}</p>`,
  );
  return lines.length === 0 ? '' : `<hr>\n${lines.join('\n')}`;
}
