/** A picture ready to be put on a sheet. */
export interface LoadedPicture {
  dataUrl: string;
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** Size on the sheet. */
  width: number;
  height: number;
}

const mimes: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
/** Longest side on the sheet; a photograph would fill many screens otherwise. */
const sheetSide = 1280;
/** Larger files are drawn anew with fewer pixels, so that the scene stays small enough to be kept. */
const plainBytes = 4_000_000;

/** Reads a picture from its address; null when there is none, or it is none. */
export async function loadPicture(url: string): Promise<LoadedPicture | null> {
  const answer = await fetch(url).catch(() => null);
  if (!answer?.ok) return null;
  const blob = await answer.blob();
  const bitmap = await createImageBitmap(blob).catch(() => null);
  if (!bitmap || !mimes.includes(blob.type)) return null;
  const shrink = Math.min(1, sheetSide / Math.max(bitmap.width, bitmap.height));
  const size = { width: bitmap.width * shrink, height: bitmap.height * shrink };
  const kept = blob.size > plainBytes ? await drawSmaller(bitmap, size) : blob;
  bitmap.close();
  return { dataUrl: await toDataUrl(kept), mime: kept.type as LoadedPicture['mime'], ...size };
}

/** Twice the size on the sheet, as JPEG: what is this large is a photograph. */
async function drawSmaller(bitmap: ImageBitmap, size: { width: number; height: number }): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.round(size.width * 2), Math.round(size.height * 2));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this window cannot draw');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}

function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
