import { useState } from 'react';
import type { Imported } from '../../../core/api/shapes';
import { type PartKey, partDefinitions, sectionTitle } from '../../../core/narrative/parts';
import { useAction } from '../../client/useAction';

type Block = Imported['blocks'][number];

/** The blocks of an import where they lie now, and the way to put one elsewhere. */
export function useMoveBlock({ id, blocks: imported }: Imported) {
  const [blocks, setBlocks] = useState(imported);
  const [told, setTold] = useState('');
  const action = useAction('imports.move');
  const move = ({ part, section, index, words }: Block, to: { part: PartKey; section: string }) =>
    action.mutate(
      { id, block: { part, section, index, words }, to, blocks },
      {
        onSuccess: (moved) => {
          setBlocks(moved.blocks);
          setTold(`Moved to ${placeName(to)}.`);
        },
      },
    );
  return { blocks, move, told, isMoving: action.isPending, error: action.error };
}

function placeName({ part, section }: { part: PartKey; section: string }): string {
  const { title } = partDefinitions[part];
  return section === '' ? title : `${title}, ${sectionTitle(part, section)}`;
}
