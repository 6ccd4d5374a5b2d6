const letter = String.raw`[\p{L}\p{N}_]`;

/**
 * A pattern that finds any of these phrases as whole words, in any case unless the flags say otherwise.
 *
 * Within a phrase `*` stands for any ending of a word, `…` for one whole word, `'` for either apostrophe, `(one|other)`
 * for a choice, `?` for a letter or a choice that may be left out, and `^` for the beginning of the text.
 */
export function anyPhrase(phrases: readonly string[], flags = 'iu'): RegExp {
  return new RegExp(`(?<!${letter})(?:${phrases.map(toPattern).join('|')})(?!${letter})`, flags);
}

const toPattern = (phrase: string): string =>
  phrase
    .replaceAll(/\((?!\?)/g, '(?:')
    .replaceAll(/(?<=[\p{L})])\*/gu, `${letter}*`)
    .replaceAll("'", "['’]")
    .replaceAll('…', String.raw`[\p{L}\p{N}_'’-]+`);
