import type { ReactNode } from 'react';
import { confirmFact, forgetFact } from '../../../core/facts/confirmFact';
import type { Fact } from '../../../core/facts/fact';
import type { FactPlace } from '../../../core/facts/factPlace';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartReviews } from '../../../core/review/signOff/readPartReviews';
import type { Thread } from '../../../core/thread/readThread';
import { insertFact } from '../../editor/fact/insertFact';
import { showWords } from '../../editor/fact/showWords';
import { goToSection } from '../../editor/outline';
import type { OpenSession } from '../../editor/session/openSession';
import { DrawerSheet } from '../../features/drawer/DrawerSheet';
import { FactsSheet } from '../../features/facts/FactsSheet';
import type { NarrativeReading } from '../../features/facts/factsMessages';
import { useKeyPlatform } from '../commands/CommandProvider';
import { keysForPeople, keysOf } from '../commands/keys';
import type { NarrativeSheet } from '../routing/route';
import { CustomersRegion } from './CustomersRegion';
import classes from './Frame.module.css';
import { MeetingRegion } from './MeetingRegion';
import { ModelCheckRegion } from './ModelCheckRegion';
import { OverviewRegion } from './OverviewRegion';
import { PacketsRegion } from './PacketsRegion';
import { ReviewNav } from './ReviewNav';
import { isReviewSheet } from './reviewSheets';
import { ScreensRegion } from './ScreensRegion';
import { sheetTitles } from './sheetTitles';
import { ThreadRegion } from './ThreadRegion';
import type { CoachDesk } from './useCoachDesk';
import type { useDrawer } from './useDrawer';
import type { ReviewDesk } from './useReview';
import type { ScreensHere } from './useScreens';
import type { SigningDesk } from './useSigning';
import type { SinceRead } from './useSinceRead';
import type { Visit } from './useVisit';
import { VersionsRegion } from './VersionsRegion';

export interface SheetRegionProps {
  sheet: NarrativeSheet;
  session: OpenSession;
  content: NarrativeContent;
  reading: NarrativeReading | null;
  thread: Thread;
  author: string;
  drawer: ReturnType<typeof useDrawer>;
  visit: Visit;
  reviews: PartReviews;
  coachDesk: CoachDesk;
  review: ReviewDesk;
  signing: SigningDesk;
  sinceRead: SinceRead;
  screens: ScreensHere;
  openSheet: (sheet: NarrativeSheet) => void;
  /** A meeting goes on; its sheet fills the window. */
  isMeeting: boolean;
}

/** The desk while a sheet about the whole narrative lies on it. */
export function SheetRegion(props: SheetRegionProps) {
  const isRoom = props.sheet === 'meeting' && props.isMeeting;
  return (
    <main
      className={classes.desk}
      id="narrative-text"
      aria-label={sheetTitles[props.sheet]}
      data-region
      tabIndex={-1}
    >
      {isReviewSheet(props.sheet) && !isRoom && <ReviewNav id={props.session.id} sheet={props.sheet} />}
      {sheets[props.sheet](props)}
    </main>
  );
}

const sheets: Readonly<Record<NarrativeSheet, (props: SheetRegionProps) => ReactNode>> = {
  facts: (props) => <FactsRegion {...props} />,
  drawer: (props) => <DrawerRegion {...props} />,
  thread: (props) => <ThreadRegion {...props} />,
  screens: (props) => <ScreensRegion {...props} />,
  versions: (props) => <VersionsRegion {...props} />,
  review: (props) => <OverviewRegion {...props} />,
  meeting: (props) => <MeetingRegion {...props} />,
  packets: (props) => <PacketsRegion {...props} />,
  shared: (props) => <ModelCheckRegion {...props} />,
  customers: (props) => <CustomersRegion {...props} />,
};

function FactsRegion({ session, content, reading, author, visit }: SheetRegionProps) {
  const show = (place: FactPlace) =>
    visit(place.part, (editor) => void showWords(editor, place.section, place.words));
  const insert = (fact: Fact) => {
    const { part, section } = session.meta().lastPlace ?? { part: 'release' as const, section: 'heading' };
    visit(part, (editor) => {
      goToSection(editor, section);
      insertFact(editor, fact);
    });
  };
  return (
    <FactsSheet
      content={content}
      reading={reading}
      onShow={show}
      onConfirm={(value) =>
        confirmFact(session.doc, {
          ...value,
          confirmedAt: new Date().toISOString(),
          confirmedBy: author,
        })
      }
      onForget={(key) => forgetFact(session.doc, key)}
      onInsert={insert}
    />
  );
}

function DrawerRegion({ content, reading, drawer, visit }: SheetRegionProps) {
  const platform = useKeyPlatform();
  return (
    <DrawerSheet
      {...drawer.actions}
      content={content}
      technical={reading?.technical ?? []}
      moveKeys={keysForPeople(keysOf('edit.toDrawer', platform) ?? '', platform.mac)}
      onShow={(place) => visit(place.part, (editor) => void showWords(editor, place.section, place.sentence))}
      onMove={drawer.moveFound}
    />
  );
}
