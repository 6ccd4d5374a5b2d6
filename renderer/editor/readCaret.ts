/**
 * Has the focused text take in where the caret is now. A browser moves it at once and tells of it later: until then
 * a key would act on the place before, and whatever is drawn would put the caret back there.
 */
export function readCaret(): void {
  document.dispatchEvent(new Event('selectionchange'));
}
