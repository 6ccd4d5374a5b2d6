import type { ScreenPicture, ScreenRecord } from './screenRecord';

/** Names of all files that a screen needs, each once: its drawings, earlier ones too, as scene, SVG and picture. */
export function screenFiles({ picture, versions }: Pick<ScreenRecord, 'picture' | 'versions'>): string[] {
  const drawings: readonly ScreenPicture[] = [...(picture ? [picture] : []), ...versions];
  const names = drawings.flatMap(({ scene, svg, png }) => [scene, svg, png]);
  return [...new Set(names)].filter((name) => name !== '');
}

/** The same screen with its files under other names. */
export function renameScreenFiles(record: ScreenRecord, nameOf: (name: string) => string): ScreenRecord {
  const renamed = <T extends ScreenPicture>(drawing: T): T => ({
    ...drawing,
    scene: nameOf(drawing.scene),
    svg: nameOf(drawing.svg),
    png: nameOf(drawing.png),
  });
  const picture = record.picture && renamed(record.picture);
  return { ...record, picture, versions: record.versions.map(renamed) };
}
