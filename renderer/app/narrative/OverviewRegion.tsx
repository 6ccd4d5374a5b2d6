import type { PartKey } from '../../../core/narrative/parts';
import type { PartReviews } from '../../../core/review/signOff/readPartReviews';
import type { SignOff } from '../../../core/review/signOff/readSignOffs';
import type { OpenSession } from '../../editor/session/openSession';
import { useSessionValue } from '../../editor/session/useSession';
import type { PartActs } from '../../features/signOff/PartCard';
import { ReviewOverview } from '../../features/signOff/ReviewOverview';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { showToast } from '../../ui/showToast';
import { useAttempt } from '../../ui/useAttempt';
import { routeHash } from '../routing/route';
import { type JumpDesks, jumpTo } from './jumpTo';
import type { SigningDesk } from './useSigning';

interface OverviewRegionProps extends JumpDesks {
  session: OpenSession;
  reviews: PartReviews;
  author: string;
  signing: SigningDesk;
}

/** Where the eight parts stand, and what can be done about each. */
export function OverviewRegion(props: OverviewRegionProps) {
  const { session, reviews, author, signing } = props;
  const meta = useSessionValue(session, (open) => open.meta());
  const { error, attempt } = useAttempt();
  const takeBack = (part: PartKey, { record }: SignOff) => {
    const sign = (isSigned: boolean) =>
      signing.sign({ part, by: record.by, note: isSigned ? record.note : '', isSigned });
    attempt(
      () => sign(false),
      () => showToast({ message: 'Signature taken back' }),
    );
  };
  const actsOf = (part: PartKey): PartActs => ({
    onMark: (to) => signing.onMark(part, to),
    onSign: () => signing.onAsk({ kind: 'sign', part }),
    onTakeBack: (signOff) => takeBack(part, signOff),
    onJump: (jump) => jumpTo(props, part, jump),
  });
  return (
    <>
      {error && <ErrorNotice error={error} />}
      <ReviewOverview
        meta={meta}
        reviews={reviews}
        me={author}
        mattersOf={signing.mattersOf}
        actsOf={actsOf}
        hrefOf={(part) => routeHash({ screen: 'narrative', id: session.id, part })}
        onStage={(stage) => void session.updateMeta({ stage }).catch(() => undefined)}
      />
    </>
  );
}
