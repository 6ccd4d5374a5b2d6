import type { Fact } from '../../../core/facts/fact';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { Sheet } from '../../ui/Sheet';
import { Contradictions } from './Contradictions';
import { FactLine } from './FactLine';
import classes from './Facts.module.css';
import { factRows } from './factRows';
import type { NarrativeReading } from './factsMessages';
import type { ShowPlace } from './PlaceCard';

export interface FactsSheetProps {
  content: NarrativeContent;
  /** Null until the narrative was read once. */
  reading: NarrativeReading | null;
  onShow: ShowPlace;
  onConfirm: (fact: Pick<Fact, 'key' | 'label' | 'value'>) => void;
  onForget: (key: string) => void;
  onInsert: (fact: Fact) => void;
}

const lede =
  'One confirmed value for each fact. A live field shows it wherever you put it, and follows when it changes.';

/** What the narrative says of itself in numbers and names: one confirmed value each, and where its parts differ. */
export function FactsSheet(props: FactsSheetProps) {
  const { content, reading, onShow, onConfirm, onForget, onInsert } = props;
  const rows = factRows(reading?.candidates ?? [], content.facts);
  return (
    <Sheet title="Facts sheet" lede={lede} wide>
      {reading && <Contradictions content={content} reading={reading} onShow={onShow} />}
      <section aria-label="Facts" aria-busy={reading === null}>
        <ul className={classes.facts}>
          {rows.map((row) => (
            <FactLine
              key={row.key}
              row={row}
              content={content}
              onShow={onShow}
              onConfirm={(value) => onConfirm({ key: row.key, label: row.label, value })}
              onForget={() => onForget(row.key)}
              onInsert={onInsert}
            />
          ))}
        </ul>
      </section>
    </Sheet>
  );
}
