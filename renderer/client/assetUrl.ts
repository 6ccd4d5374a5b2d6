/** Address of a stored picture, the same in both shells. */
export function assetUrl(name: string): string {
  return `/assets/${encodeURIComponent(name)}`;
}
