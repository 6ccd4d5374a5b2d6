/** Words a page of a narrative holds, near enough. */
export const wordsPerPage = 450;

const words =
  'the household waits six days for somebody to look at it and pays for the visit before it knows whether the machine is worth saving so most do not ask they buy and the old one goes to the tip where three of five needed a part that costs less than a supper'.split(
    ' ',
  );

/** A generator that gives the same numbers for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function sentence(random: () => number): string {
  const length = 8 + Math.floor(random() * 14);
  const picked = Array.from({ length }, () => words[Math.floor(random() * words.length)]);
  const text = picked.join(' ');
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

/** Plain paragraphs of about 90 words, five to a page. */
export function paragraphs(pages: number, seed = 1): string[] {
  const random = randomFrom(seed);
  return Array.from({ length: pages * 5 }, () => Array.from({ length: 6 }, () => sentence(random)).join(' '));
}
