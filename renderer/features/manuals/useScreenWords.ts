import { useQuery } from '@tanstack/react-query';
import type { Call } from '../../../core/api/client';
import {
  mockupTexts,
  quotedTexts,
  type ScreenWords,
  sceneTexts,
  screenWords,
} from '../../../core/manuals/screenWords';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { useConnection } from '../../client/ConnectionProvider';
import { useOperation } from '../../client/useOperation';

/** The words that stand on screens and are not in `known` yet: those drawn there, and those the stories quote. */
export function useScreenWords(
  content: Pick<NarrativeContent, 'parts' | 'screens'>,
  known: string,
): { words: ScreenWords[]; isReading: boolean; unread: number } {
  const { call } = useConnection();
  const drawn = Object.values(content.screens).filter(({ picture }) => (picture?.scene ?? '') !== '');
  const shelf = useOperation('screens.templates', {}, { enabled: drawn.length > 0 }).data;
  const scenes = useQuery({
    queryKey: ['screens.scene', drawn.map(({ id, picture }) => [id, picture?.scene])],
    queryFn: () => readScenes(call, drawn),
    enabled: drawn.length > 0,
  });
  const isReading = drawn.length > 0 && (scenes.isPending || shelf === undefined);
  const read = isReading ? [] : (scenes.data ?? []);
  const found = read.map(({ record, texts }) => ({
    place: record.title === '' ? 'a screen' : `“${record.title}”`,
    texts: texts ?? [],
  }));
  const told = { place: 'a screen, as a story says', texts: quotedTexts(content.parts.experience) };
  const ours = drawn.flatMap(({ template }) => mockupTexts(shelf?.mockups.find(({ id }) => id === template)));
  const parts = shelf?.components.flatMap((component) => mockupTexts(component)) ?? [];
  return {
    words: screenWords([...found, told], { ours: [...ours, ...parts], known }),
    isReading,
    unread: read.filter(({ texts }) => texts === null).length,
  };
}

async function readScenes(call: Call, drawn: readonly ScreenRecord[]) {
  return Promise.all(
    drawn.map(async (record) => {
      try {
        const { scene } = await call('screens.scene', { asset: record.picture?.scene ?? '' });
        return { record, texts: sceneTexts(scene) };
      } catch {
        // Its file is gone or damaged: the dialog says how many, and the drawing desk says what to do.
        return { record, texts: null };
      }
    }),
  );
}
