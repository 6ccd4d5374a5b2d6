const begin = '-----BEGIN DATELINE ANSWER-----';
const end = '-----END DATELINE ANSWER-----';
/** Short enough that no mail program breaks it. */
const lineLength = 64;

/** An answer's file as text to paste into a mail; `base64` is the whole file. */
export function writeAnswerText(base64: string): string {
  const lines = base64.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return [begin, ...lines, end, ''].join('\n');
}

/**
 * The answers within a mail or any other text, each as the base64 of its file, whatever a mail program did to the lines:
 * quoted them, broke them or joined them. One whose end is missing is null.
 */
export function readAnswerTexts(text: string): (string | null)[] {
  const [, ...pieces] = text.split(/[-–—]{2,}[ \t]*BEGIN DATELINE ANSWER[ \t]*[-–—]{2,}/iu);
  return pieces.map((piece) => {
    const body = /^([\s\S]*?)[-–—]{2,}[\s>|]*END[\s>|]+DATELINE[\s>|]+ANSWER/iu.exec(piece)?.[1];
    return body === undefined ? null : padded(body.replace(/=(?:3D)?/gu, '').replace(/[^A-Za-z0-9+/]/gu, ''));
  });
}

/** Equals signs tell nothing but the length, and mail programs write them in other ways or put more of them in. */
const padded = (digits: string): string => digits.padEnd(Math.ceil(digits.length / 4) * 4, '=');
