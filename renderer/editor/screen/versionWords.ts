/** How many earlier drawings a screen has, as its menus say it. */
export function versionWords(count: number): string {
  if (count === 0) return 'No earlier version';
  return count === 1 ? '1 earlier version' : `${count} earlier versions`;
}
