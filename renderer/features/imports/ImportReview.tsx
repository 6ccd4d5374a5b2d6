import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Imported } from '../../../core/api/shapes';
import { reviewLine } from '../../../core/import/remarks/reviewLine';
import { partDefinitions, partKeys } from '../../../core/narrative/parts';
import cards from '../../ui/cards.module.css';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ImportedRow } from './ImportedRow';
import classes from './ImportReview.module.css';
import { useMoveBlock } from './useMoveBlock';

type Block = Imported['blocks'][number];

interface ImportReviewProps {
  fileName: string;
  imported: Imported;
  onOpen: () => void;
  onDiscard: () => void;
  onClose: () => void;
}

/** Where each paragraph of one imported file went, before its reader goes on; the narrative is kept already. */
export function ImportReview({ fileName, imported, onOpen, onDiscard, onClose }: ImportReviewProps) {
  const [isShort, setIsShort] = useState(false);
  const { blocks, move, isMoving, error, told } = useMoveBlock(imported);
  const doubted = blocks.filter(({ sure }) => sure !== 'sure').length;
  const shown = isShort ? blocks.filter(({ sure }) => sure !== 'sure') : blocks;
  return (
    <Modal opened onClose={onClose} size="46rem" title="Where everything went">
      <h3 className={classes.name}>{imported.title}</h3>
      <p className={classes.from}>
        From {fileName}, which was not touched. It is kept in your library already. {reviewLine(imported)}
      </p>
      <div className={classes.bar}>
        <p className={classes.count} role="status">
          {told || countSentence(blocks.length, doubted)}
        </p>
        {doubted > 0 && doubted < blocks.length && (
          <Button
            variant="default"
            size="compact-sm"
            aria-pressed={isShort}
            onClick={() => setIsShort(!isShort)}
          >
            Only what is worth a look
          </Button>
        )}
      </div>
      {otherDoubts(imported).length > 0 && (
        <ul className={`${cards.gold} ${classes.doubts}`} aria-label="Worth a look">
          {otherDoubts(imported).map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      {error && <ErrorNotice error={error} />}
      {groups(shown).map(({ part, own }) => (
        <section key={part} className={classes.part} aria-label={partDefinitions[part].title}>
          <h4 className={classes.partTitle}>{partDefinitions[part].title}</h4>
          <ul className={classes.blocks}>
            {own.map((block) => (
              <ImportedRow
                key={placeKey(block)}
                block={block}
                isMoving={isMoving}
                onMove={(to) => move(block, to)}
              />
            ))}
          </ul>
        </section>
      ))}
      <div className={classes.acts}>
        <Button data-autofocus onClick={onOpen}>
          Open it
        </Button>
        <Button variant="subtle" onClick={onDiscard}>
          Move it to the trash
        </Button>
      </div>
    </Modal>
  );
}

function countSentence(blocks: number, doubted: number): string {
  const all = blocks === 1 ? 'One paragraph' : `${blocks} paragraphs`;
  if (doubted === 0) return `${all}, each in a place that its title or shape names.`;
  return `${all}. ${doubted === 1 ? 'One is' : `${doubted} are`} worth a look.`;
}

/** Doubts about single places stand at their paragraphs. */
const otherDoubts = ({ doubts }: Imported) =>
  doubts.filter((doubt) => !/: is that right\?|more places were guessed|fitted nowhere/.test(doubt));

/** The blocks by part, in the order of a narrative. */
function groups(blocks: readonly Block[]) {
  return partKeys
    .map((part) => ({ part, own: blocks.filter((block) => block.part === part) }))
    .filter(({ own }) => own.length > 0);
}

const placeKey = ({ part, section, index, words }: Block) => `${part} ${section} ${index} ${words}`;
