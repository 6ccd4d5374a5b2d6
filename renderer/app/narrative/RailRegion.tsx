import { type ReactNode, useCallback, useMemo } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import type { GivenState } from '../../../core/review/records/signOffs';
import type { PartReviews } from '../../../core/review/signOff/readPartReviews';
import { mayWrite } from '../../editor/live/access';
import type { PersonHere } from '../../editor/live/people';
import { goToSection } from '../../editor/outline';
import { useSessionValue } from '../../editor/session/useSession';
import { PeopleAt } from '../../features/presence/PeopleAt';
import { Rail } from '../../features/rail/Rail';
import { RailSheets } from '../../features/rail/RailSheets';
import type { SheetCounts } from '../../features/rail/sheetEntries';
import { type NarrativeSheet, routeHash } from '../routing/route';
import classes from './Frame.module.css';
import type { OpenPart } from './openPart';
import { useOutline } from './useOutline';
import type { SigningDesk } from './useSigning';

export interface RailRegionProps extends OpenPart {
  sheet: NarrativeSheet | null;
  counts: SheetCounts;
  reviews: PartReviews;
  signing: SigningDesk;
  /** Open questions of the coach, by part. */
  questions: Partial<Record<PartKey, number>>;
  isNarrow: boolean;
  /** Who else is here, and where. */
  people: readonly PersonHere[];
}

/** The rail: the steps of the narrative, and below them what is about it as a whole. */
export function RailRegion(props: RailRegionProps) {
  const {
    session,
    content,
    part,
    editor,
    place,
    sheet,
    counts,
    reviews,
    signing,
    questions,
    isNarrow,
    people,
  } = props;
  const places = useOutline(editor);
  const beside = useMemo(() => placePeople(people), [people]);
  const { onMark } = signing;
  const canMark = useSessionValue(session, (open) => mayWrite(open.access()));
  const mark = useCallback((state: GivenState) => onMark(part, state), [onMark, part]);
  const hrefOfSheet = useCallback(
    (key: NarrativeSheet) => routeHash({ screen: 'narrative', id: session.id, part: null, sheet: key }),
    [session.id],
  );
  return (
    <nav className={classes.rail} id="narrative-steps" aria-label="Steps of this narrative" data-region>
      <Rail
        content={content}
        reviews={reviews}
        part={sheet === null ? part : null}
        places={places}
        place={place.outline}
        questions={questions}
        isNarrow={isNarrow}
        beside={beside}
        hrefOf={(key) => routeHash({ screen: 'narrative', id: session.id, part: key })}
        onPlace={(key) => editor && goToSection(editor, key)}
        onMark={canMark ? mark : null}
      />
      <RailSheets sheet={sheet} {...counts} isNarrow={isNarrow} hrefOf={hrefOfSheet} />
    </nav>
  );
}

function placePeople(people: readonly PersonHere[]): Partial<Record<PartKey, ReactNode>> {
  const parts = new Set(people.flatMap(({ part }) => (part === null ? [] : [part])));
  const at = (part: PartKey) => people.filter((person) => person.part === part);
  return Object.fromEntries([...parts].map((part) => [part, <PeopleAt key={part} people={at(part)} />]));
}
