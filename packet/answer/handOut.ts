import { answerFileName } from '../../core/review/packet/answerFileName';
import { writeAnswerText } from '../../core/review/packet/answerText';
import { element } from '../dom/element';
import type { Answer } from './answer';
import { toBase64, toUtf8 } from './base64';
import { writeAnswer } from './giveBack';

/** Gives the answer as a file, as downloads are given; answers what it is called. */
export async function saveAnswer(answer: Answer): Promise<string> {
  const name = answerFileName(answer.packet.reader);
  const url = URL.createObjectURL(new Blob([await writeAnswer(answer)], { type: 'application/json' }));
  const link = element('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file only after the click has come to an end.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return name;
}

/** The answer as text that survives a mail. */
export const answerAsText = async (answer: Answer): Promise<string> =>
  writeAnswerText(toBase64(toUtf8(await writeAnswer(answer))));

/** Puts the words of a box on the clipboard; false where the browser does not let this page. */
export async function copyFrom(box: HTMLTextAreaElement): Promise<boolean> {
  box.select();
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    // The older way works in files, too, where the newer one is refused.
    return document.execCommand('copy');
  }
}
