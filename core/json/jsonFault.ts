const token =
  /\s+|(?<value>"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|(?<sign>[{}[\],:])/uy;

type Wanted = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end';

/** Offset at which a text stops being JSON; its length when only the end is missing, null when it is JSON. */
export function findJsonFault(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  token.lastIndex = 0;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) return at;
    const { value, sign } = match.groups ?? {};
    if (value === undefined && sign === undefined) continue;
    const next: Wanted | null =
      sign === undefined ? afterValue(wanted, value ?? '') : afterSign(wanted, sign, open);
    if (next === null) return at;
    wanted = next;
  }
  return wanted === ', or end' && open.length === 0 ? null : text.length;
}

function afterValue(wanted: Wanted, value: string): Wanted | null {
  if (wanted === 'value' || wanted === 'value or ]') return ', or end';
  const isName = wanted === 'name' || wanted === 'name or }';
  return isName && value.startsWith('"') ? ':' : null;
}

function afterSign(wanted: Wanted, sign: string, open: ('{' | '[')[]): Wanted | null {
  const takesValue = wanted === 'value' || wanted === 'value or ]';
  switch (sign) {
    case '{':
    case '[':
      if (!takesValue) return null;
      open.push(sign);
      return sign === '{' ? 'name or }' : 'value or ]';
    case ':':
      return wanted === ':' ? 'value' : null;
    case ',':
      if (wanted !== ', or end' || open.length === 0) return null;
      return open.at(-1) === '{' ? 'name' : 'value';
    default:
      return closes(wanted, sign, open) ? ', or end' : null;
  }
}

function closes(wanted: Wanted, sign: string, open: ('{' | '[')[]): boolean {
  const opening = sign === '}' ? '{' : '[';
  const isFree = wanted === ', or end' || wanted === (sign === '}' ? 'name or }' : 'value or ]');
  return isFree && open.pop() === opening;
}
