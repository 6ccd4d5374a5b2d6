import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';

/** A right click offers what the system's own text fields offer, spelling first. */
export function addContextMenu(contents: WebContents): void {
  contents.on(
    'context-menu',
    (_event, { misspelledWord, dictionarySuggestions, isEditable, selectionText }) => {
      const spelling = misspelledWord ? spellingItems(contents, misspelledWord, dictionarySuggestions) : [];
      const editing: MenuItemConstructorOptions[] = isEditable ? [{ role: 'cut' }] : [];
      const copying: MenuItemConstructorOptions[] = isEditable || selectionText ? [{ role: 'copy' }] : [];
      const pasting: MenuItemConstructorOptions[] = isEditable
        ? [{ role: 'paste' }, { role: 'pasteAndMatchStyle' }, { role: 'selectAll' }]
        : [];
      const items = [...spelling, ...editing, ...copying, ...pasting];
      if (items.length > 0) Menu.buildFromTemplate(items).popup();
    },
  );
}

function spellingItems(
  contents: WebContents,
  word: string,
  suggestions: string[],
): MenuItemConstructorOptions[] {
  return [
    ...suggestions.map((label) => ({ label, click: () => contents.replaceMisspelling(label) })),
    {
      label: 'Add to the dictionary',
      click: () => contents.session.addWordToSpellCheckerDictionary(word),
    },
    { type: 'separator' },
  ];
}
