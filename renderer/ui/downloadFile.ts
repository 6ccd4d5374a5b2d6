/** How long the browser may take to start a download before its address is given up, in milliseconds. */
const releaseMs = 60_000;

/** Hands a file to the person as a download. */
export function downloadFile(fileName: string, mime: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), releaseMs);
}
