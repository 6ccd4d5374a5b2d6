/**
 * Rules whose failing is a matter of meaning: a program sees signs of it, a reader decides. The goals for what is
 * found and what is falsely asked are set for all the others, which can be decided from words, counts or places.
 */
export const judgedRules: ReadonlySet<number> = new Set([
  12, // a list of features and a list of benefits can share every word
  13, // how many benefits a sentence names
  14, // whether somebody would say this aloud
  15, // whether a quotation holds a before and an after
  32, // whether something named is today's alternative
  36, // whether a measure belongs to a claim
]);
