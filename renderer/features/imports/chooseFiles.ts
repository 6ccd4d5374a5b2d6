/** What the file chooser offers; the host looks at the bytes, not at the name. */
const accepted = '.md,.markdown,.txt,.text,.dateline';

/** Asks for files with the system's own chooser. Calls back only when some were chosen. */
export function chooseFiles(onFiles: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = accepted;
  input.addEventListener('change', () => onFiles([...(input.files ?? [])]));
  input.click();
}
