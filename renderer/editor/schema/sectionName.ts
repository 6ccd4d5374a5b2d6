import { briefSections, manualSections, releaseSections } from '../../../core/narrative/parts';

const names: ReadonlyMap<string, string> = new Map(
  [...briefSections, ...releaseSections, ...manualSections].map(({ key, title }) => [key, title]),
);

/** The name drawn beside a section; keys are unique over all parts. An unknown key is its own name. */
export function titleOfSection(key: string): string {
  return names.get(key) ?? key;
}
