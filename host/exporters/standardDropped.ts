import type { ExportWarning } from '../../core/api/shapes';
import type { PdfStandardChoice } from './typstProtocol';

/** What the layout says about a strict standard, and the same for people. */
const causes: readonly { complaint: RegExp; cause: string }[] = [
  { complaint: /could not be displayed/u, cause: 'characters that no font here has' },
  { complaint: /skipped from heading level/u, cause: 'a heading that skips a level' },
  { complaint: /missing alt text/u, cause: 'a picture without a description' },
  { complaint: /heading.*(?:empty|no text)/u, cause: 'a heading without words' },
  { complaint: /missing document title|document title/u, cause: 'no title' },
  { complaint: /transparen/u, cause: 'a picture that can be seen through' },
  { complaint: /font/u, cause: 'a font that may not be carried along' },
];

/** The warning that a strict standard could not be kept, with the reason in words. */
export function standardDropped(
  standard: Exclude<PdfStandardChoice, 'none'>,
  message: string,
): ExportWarning {
  const name = standard === 'ua-1' ? 'PDF/UA-1' : 'PDF/A-2a';
  const found = causes.filter(({ complaint }) => complaint.test(message)).map(({ cause }) => cause);
  const told = found[0] ?? `something that the layout calls “${firstComplaint(message)}”`;
  return {
    code: 'standard-dropped',
    message: `${name} does not allow what is in the text: ${told}. So this is an ordinary tagged PDF.`,
  };
}

function firstComplaint(message: string): string {
  return /message: "(?:PDF\/[\w-]+ error: )?([^"]{1,120})/u.exec(message)?.[1] ?? message.slice(0, 120);
}
