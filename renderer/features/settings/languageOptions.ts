const languages = [
  'en-GB',
  'en-US',
  'da',
  'de-DE',
  'es-ES',
  'fi',
  'fr-FR',
  'it-IT',
  'ja',
  'nb',
  'nl-NL',
  'pl',
  'pt-BR',
  'pt-PT',
  'sv',
  'zh-CN',
];

/** Languages a text can be in, by their names; the present one is always among them. */
export function languageOptions(present: string): { value: string; label: string }[] {
  const tags = languages.includes(present) ? languages : [present, ...languages];
  return tags.map((tag) => ({ value: tag, label: nameOf(tag) }));
}

function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // A tag nobody knows is its own name.
    return tag;
  }
}
