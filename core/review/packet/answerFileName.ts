/** Ending of the file that an answer is saved as. */
const answerExtension = '.dateline-answer';

/** A name for the file of somebody's answer that every system takes, such as `Answer-of-Ines-Duarte.dateline-answer`. */
export function answerFileName(by: string): string {
  const name = safeFileName(by);
  return `${name === '' ? 'Answer' : `Answer-of-${name}`}${answerExtension}`;
}

/** Letters and digits of any language with hyphens between. */
export function safeFileName(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
