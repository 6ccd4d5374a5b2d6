const safeLink = /^(?:https?:\/\/|mailto:)[^\s]/i;

/** True for the addresses a narrative may link to: web pages and mail, nothing that could run or open a file. */
export function isSafeLink(href: string): boolean {
  return safeLink.test(href.trim());
}
