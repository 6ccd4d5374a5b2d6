/** What pictures on the clipboard may weigh together, as characters of their addresses. */
const limit = 8_000_000;
/** Wide enough for a page of another program, in pixels. */
const widest = 1600;

/**
 * Pictures that the page shows, as addresses which hold the picture itself: copying has no time to read files. Null
 * for one that is not shown yet, and past 8 MB.
 */
export function createShownPictures(page: ParentNode): (address: string) => string | null {
  let left = limit;
  return (address) => {
    const shown = [...page.querySelectorAll('img')].find((image) => image.getAttribute('src') === address);
    const data = shown && shown.naturalWidth > 0 ? drawn(shown) : null;
    if (data === null || data.length > left) return null;
    left -= data.length;
    return data;
  };
}

function drawn(image: HTMLImageElement): string | null {
  const scale = Math.min(1, widest / image.naturalWidth);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  // A photograph as PNG would weigh ten times as much.
  return canvas.toDataURL(/\.jpe?g$/.test(image.currentSrc) ? 'image/jpeg' : 'image/png');
}
