import { screenFolder } from '../../import/folder/folderCard';
import type { NarrativeContent } from '../../narrative/narrativeDoc';

/** Which file of a folder shows which stored picture. */
export interface FolderPicture {
  path: string;
  asset: string;
}

/** The files of all drawn screens, named after their titles and ids so that every system takes them. */
export function drawingPaths({ screens }: Pick<NarrativeContent, 'screens'>): FolderPicture[] {
  const taken = new Set<string>();
  return Object.values(screens).flatMap(({ id, title, picture }) => {
    if (!picture) return [];
    const wanted = [title, id].map(plainWords).filter((words) => words !== '');
    const name = freeName(wanted.join('-') || 'screen', taken);
    const files: readonly [string, string][] = [
      ['.png', picture.png],
      ['.svg', picture.svg],
      ['.excalidraw.json', picture.scene],
    ];
    return files.flatMap(([ending, asset]) =>
      asset === '' ? [] : [{ path: `${screenFolder}${name}${ending}`, asset }],
    );
  });
}

/** Letters, digits and hyphens: what is left of any text as part of a file's name. */
function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}

/** Some systems do not tell capitals from small letters. */
function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}-${count}`;
  taken.add(name.toLowerCase());
  return name;
}
