const allowedSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** True for web and mail addresses; everything else, such as `javascript:`, never becomes a link. */
export function isSafeLink(href: string): boolean {
  return parseAddress(href) !== null;
}

/** The address a person typed, completed: `example.org` becomes https, `a@b.org` becomes mailto. Null when unsafe. */
export function completeAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  if (/^[a-z][a-z0-9+-]*:/i.test(text) && !/^[^/:]+\.[^/:]+:\d/.test(text))
    return isSafeLink(text) ? text : null;
  return parseAddress(`https://${text}`) === null ? null : `https://${text}`;
}

function parseAddress(href: string): URL | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return allowedSchemes.has(url.protocol) ? url : null;
}
