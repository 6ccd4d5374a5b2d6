const pageStart = /^ {4}<g(?: transform="matrix\(1 0 0 1 0 [\d.]+\)")?>$/;
const pageEnd = '    </g>';

/** One page out of the drawing of all pages, which stand below each other in it. */
export function cutPageSvg(svg: string, page: number, pageCount: number): string {
  const lines = svg.split('\n');
  const starts = lines.flatMap((line, index) => (pageStart.test(line) ? [index] : []));
  const start = starts[page - 1];
  const end = start === undefined ? -1 : lines.indexOf(pageEnd, start);
  const defs = lines.findIndex((line) => line.startsWith('    <defs'));
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  if (starts.length !== pageCount || start === undefined || end === -1 || !size)
    throw new Error('The drawing of the pages is not in the expected shape.');
  const [width, height] = [Number(size[1]), Number(size[2]) / pageCount];
  const drawing = lines.slice(start + 1, end + 1);
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`,
    `<rect width="${width}" height="${height}" fill="#fffefb"/>`,
    '<g transform="matrix(1 0 0 1 0 0)">',
    ...drawing,
    ...(defs === -1 ? [] : usedShapes(lines.slice(defs, lines.lastIndexOf('</svg>')), drawing.join('\n'))),
    '</svg>',
  ].join('\n');
}

/** Definitions without the letters of other pages, which are most of the drawing. */
function usedShapes(definitions: readonly string[], drawing: string): string[] {
  const used = new Set([...drawing.matchAll(/"#(g[0-9A-F]+)"/g)].map((match) => match[1]));
  let isSkipped = false;
  return definitions.filter((line) => {
    const id = /^ {8}<symbol id="([^"]+)"/.exec(line)?.[1];
    if (id !== undefined) isSkipped = !used.has(id);
    const keeps = !isSkipped;
    if (line === '        </symbol>') isSkipped = false;
    return keeps;
  });
}
