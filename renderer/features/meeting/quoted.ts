const longest = 90;

/** Words in quotation marks, as many as tell where they stand; '' for none. */
export function quoted(quote: string): string {
  if (quote === '') return '';
  return quote.length > longest ? `“${quote.slice(0, longest).replace(/\s+\S*$/u, '')} …”` : `“${quote}”`;
}
