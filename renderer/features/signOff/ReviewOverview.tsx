import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partState } from '../../../core/narrative/partState';
import { type PartKey, partDefinitions, partKeys } from '../../../core/narrative/parts';
import { PartGlyph } from '../../ui/PartGlyph';
import { partStateWords } from '../../ui/partStateWords';
import { Sheet } from '../../ui/Sheet';
import classes from './Overview.module.css';

interface ReviewOverviewProps {
  content: NarrativeContent;
  hrefOf: (part: PartKey) => string;
}

/** How far each part is on its way from the first words to reviewed. */
export function ReviewOverview({ content, hrefOf }: ReviewOverviewProps) {
  return (
    <Sheet title="Review" lede="Each part is drafted, ready for readers, in review, and then reviewed." wide>
      <ol className={classes.parts} aria-label="The eight parts">
        {partKeys.map((part, index) => (
          <li key={part} className={classes.part}>
            <PartGlyph state={partState(content, part)} />
            <a href={hrefOf(part)}>
              {index + 1} {partDefinitions[part].title}
            </a>
            <span className={classes.state}>{partStateWords[partState(content, part)]}</span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
