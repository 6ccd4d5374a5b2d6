import { useCallback } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import { goToSection } from '../../editor/outline';
import { Rail } from '../../features/rail/Rail';
import { RailSheets } from '../../features/rail/RailSheets';
import type { SheetCounts } from '../../features/rail/sheetEntries';
import { type NarrativeSheet, routeHash } from '../routing/route';
import classes from './Frame.module.css';
import type { OpenPart } from './openPart';
import { markPart } from './useNarrativeCommands';
import { useOutline } from './useOutline';

export interface RailRegionProps extends OpenPart {
  sheet: NarrativeSheet | null;
  counts: SheetCounts;
  /** Open questions of the coach, by part. */
  questions: Partial<Record<PartKey, number>>;
  isNarrow: boolean;
}

/** The rail: the steps of the narrative, and below them what is about it as a whole. */
export function RailRegion(props: RailRegionProps) {
  const { session, content, part, editor, place, sheet, counts, questions, isNarrow } = props;
  const places = useOutline(editor);
  const mark = useCallback((state: 'ready' | null) => markPart(session, part, state), [session, part]);
  const hrefOfSheet = useCallback(
    (key: NarrativeSheet) => routeHash({ screen: 'narrative', id: session.id, part: null, sheet: key }),
    [session.id],
  );
  return (
    <nav className={classes.rail} id="narrative-steps" aria-label="Steps of this narrative" data-region>
      <Rail
        content={content}
        part={sheet === null ? part : null}
        places={places}
        place={place.outline}
        questions={questions}
        isNarrow={isNarrow}
        hrefOf={(key) => routeHash({ screen: 'narrative', id: session.id, part: key })}
        onPlace={(key) => editor && goToSection(editor, key)}
        onMark={mark}
      />
      <RailSheets sheet={sheet} {...counts} isNarrow={isNarrow} hrefOf={hrefOfSheet} />
    </nav>
  );
}
