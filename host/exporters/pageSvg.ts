const embedded = /xlink:href="data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)"/;

/**
 * The drawing of a page, out of a drawing that holds it as its only picture; on paper, and with no finer places than
 * anybody could see.
 */
export function pageSvg(drawing: string): string {
  const base64 = embedded.exec(drawing)?.[1];
  const svg = base64 === undefined ? '' : Buffer.from(base64, 'base64').toString('utf8');
  const size = /^<svg viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>/.exec(svg);
  if (!size) throw new Error('The drawing of the page is not in the expected shape.');
  const [open, width, height] = size;
  const paper = `<rect width="${width}" height="${height}" fill="#fffefb"/>`;
  const drawn = svg
    .slice(open.length)
    .replace(/(\.\d{2})\d+/g, '$1')
    // Pictures are shown at any size; their pixels need not be.
    .replace(/image-rendering: ?[a-z-]+/g, 'image-rendering:auto');
  return `${open}\n${paper}${drawn}`;
}
