/** A language as people name it: "English (UK)" for en-GB. An unknown tag stays as it is. */
export function languageName(tag: string): string {
  try {
    const names = new Intl.DisplayNames(['en-GB'], {
      type: 'language',
      style: 'short',
      languageDisplay: 'standard',
    });
    return names.of(tag) ?? tag;
  } catch {
    // The tag comes from a file and may be any text.
    return tag;
  }
}
