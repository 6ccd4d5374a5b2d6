const longest = 90;

/** Words in quotation marks, as many as tell where they stand; '' for none. */
export function quoted(quote: string): string {
  const words = quote.trim();
  if (words === '') return '';
  return words.length > longest ? `“${words.slice(0, longest).replace(/\s+\S*$/u, '')} …”` : `“${words}”`;
}
