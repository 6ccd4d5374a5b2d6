/** Words on two lines at most, each of about so many letters; what has no room ends in "…". */
export function wrapWords(words: string, letters: number): string[] {
  const pieces = words.split(/\s+/).filter(Boolean);
  const first = fill(pieces, letters);
  const rest = pieces.slice(first.used);
  if (rest.length === 0) return [first.line];
  const second = fill(rest, letters);
  return [first.line, second.used < rest.length ? `${cut(second.line, letters - 1)} …` : second.line];
}

function fill(pieces: readonly string[], letters: number): { line: string; used: number } {
  let line = '';
  let used = 0;
  for (const piece of pieces) {
    const longer = line === '' ? cut(piece, letters) : `${line} ${piece}`;
    if (longer.length > letters) break;
    line = longer;
    used += 1;
  }
  return { line, used };
}

const cut = (text: string, letters: number): string =>
  text.length <= letters
    ? text
    : `${Array.from(text)
        .slice(0, letters - 1)
        .join('')}…`;
