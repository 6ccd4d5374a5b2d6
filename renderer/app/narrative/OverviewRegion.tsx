import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { OpenSession } from '../../editor/session/openSession';
import { ReviewOverview } from '../../features/signOff/ReviewOverview';
import { routeHash } from '../routing/route';

interface OverviewRegionProps {
  session: OpenSession;
  content: NarrativeContent;
}

/** How far the eight parts are. */
export function OverviewRegion({ session, content }: OverviewRegionProps) {
  return (
    <ReviewOverview
      content={content}
      hrefOf={(part) => routeHash({ screen: 'narrative', id: session.id, part })}
    />
  );
}
