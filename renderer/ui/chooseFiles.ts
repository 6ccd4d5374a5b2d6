/**
 * Asks for files with the system's own chooser; `accept` as in HTML. Calls back only when some were chosen.
 */
export function chooseFiles(accept: string, onFiles: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = accept;
  input.hidden = true;
  input.addEventListener('change', () => {
    input.remove();
    onFiles([...(input.files ?? [])]);
  });
  input.addEventListener('cancel', () => input.remove());
  // In the page while the chooser is open: a field that nothing holds may be collected, and the choice with it.
  document.body.append(input);
  input.click();
}
