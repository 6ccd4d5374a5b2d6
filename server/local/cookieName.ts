/** Names the session's cookie: cookies ignore ports, so two servers would overwrite each other's under one name. */
export function cookieName(port: number): string {
  return `dateline_${port}`;
}
