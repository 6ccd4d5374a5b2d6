import { useState } from 'react';
import { isFeasibilityOpen } from '../../../core/narrative/partState';
import { type PartKey, partDefinitions, partKeys } from '../../../core/narrative/parts';
import { askRemark } from '../../../core/review/meeting/askRemark';
import type { MinutesRemark } from '../../../core/review/meeting/minutesOf';
import type { Meeting } from '../../../core/review/meeting/readMeetings';
import { useSessionValue } from '../../editor/session/useSession';
import { DecisionForm } from '../../features/meeting/DecisionForm';
import { Impressions } from '../../features/meeting/Impressions';
import { PartRound } from '../../features/meeting/PartRound';
import { ReadingRoom } from '../../features/meeting/ReadingRoom';
import { RoomFrame } from '../../features/meeting/RoomFrame';
import { SharedNote } from '../../features/meeting/SharedNote';
import type { Say } from '../../features/meeting/say';
import { useNow } from '../../features/meeting/useNow';
import { showToast } from '../../ui/showToast';
import { routeHash } from '../routing/route';
import type { SheetRegionProps } from './SheetRegion';
import { shownName } from './shownName';
import { useMinutes } from './useMinutes';

interface MeetingRoomProps extends SheetRegionProps {
  meeting: Meeting;
  say: Say;
}

/** The room while a meeting goes on, step by step. */
export function MeetingRoom(props: MeetingRoomProps) {
  const { session, content, author, meeting, say, openSheet } = props;
  const { people } = meeting.opened;
  const records = useSessionValue(session, (open) => open.review());
  const meta = useSessionValue(session, (open) => open.meta());
  const now = useNow(true);
  // Whoever opened the room usually sits at it first; after the machine was closed, it is asked anew.
  const [reader, setReader] = useState(people.includes(author) ? author : '');
  const name = shownName(meta, content);
  const onLeave = () => openSheet('review');
  if (meeting.step === 'reading')
    return (
      <ReadingRoom
        meeting={meeting}
        records={records}
        session={session}
        content={content}
        name={name}
        reader={reader}
        onReader={setReader}
        now={now}
        say={say}
        onLeave={onLeave}
      />
    );
  const [title, lede] = asked(meeting);
  return (
    <RoomFrame meeting={meeting} name={name} now={now} title={title} lede={lede} onLeave={onLeave}>
      <Step {...props} now={now} />
    </RoomFrame>
  );
}

/** What the room is asked in this step. */
function asked({ step, opened }: Meeting): [title: string, lede: string] {
  const last = opened.people.at(-1);
  const speaksLast = last === undefined ? '' : ` ${last} speaks last.`;
  if (step === 'impressions')
    return ['What is the general impression?', `Once round, before any detail.${speaksLast}`];
  if (step === 'parts')
    return ['Part by part', `What matters is talked about; the rest stays written.${speaksLast}`];
  return [
    'What has the room decided?',
    `Say it in one word before anyone leaves. It is kept with draft ${opened.draft}, exactly as it was read.`,
  ];
}

function Step(props: MeetingRoomProps & { now: Date }) {
  const { session, content, meeting, say, now } = props;
  const { minutes } = useMinutes(meeting, { session, content });
  const parts = partKeys.filter(
    (part) => meeting.opened.parts.includes(part) || minutes.parts.some((told) => told.part === part),
  );
  if (meeting.step === 'impressions')
    return <Impressions meeting={meeting} firstPart={parts[0] ?? null} say={say} />;
  if (meeting.step === 'parts')
    return (
      <PartRound
        meeting={meeting}
        minutes={minutes}
        parts={parts}
        say={say}
        onAsk={(remark) => ask(props, remark)}
      />
    );
  const answered = new Set(minutes.remembered.flatMap(({ answers }) => answers.map(({ by }) => by)));
  const hrefOf = (sheet: 'review' | 'shared') =>
    routeHash({ screen: 'narrative', id: session.id, part: null, sheet });
  return (
    <DecisionForm
      meeting={meeting}
      minutes={minutes}
      now={now}
      say={say}
      gate={<GateWords content={content} href={hrefOf('review')} />}
      shared={<SharedNote people={answered.size} href={hrefOf('shared')} />}
    />
  );
}

function ask({ session, visit }: MeetingRoomProps, { text, by }: MinutesRemark): void {
  askRemark(session.doc, { text, by }, crypto.randomUUID());
  showToast({
    message: 'Asked in the internal FAQ',
    action: { label: 'Open', run: () => visit('internalFaq', () => undefined) },
  });
}

/** "Go" opens nothing by itself: feasibility opens by what is said about the parts. */
function GateWords({ content, href }: Pick<MeetingRoomProps, 'content'> & { href: string }) {
  if (isFeasibilityOpen(content)) return <p>Feasibility is open. The release stays the touchstone.</p>;
  const isWaiting = (part: PartKey) => part !== 'feasibility' && content.states[part] !== 'reviewed';
  const waiting = partKeys.filter(isWaiting).map((part) => partDefinitions[part].title);
  return (
    <p>
      Feasibility opens once the seven parts before it are reviewed. Still to be marked so:{' '}
      {waiting.join(', ')}. <a href={href}>See the overview</a>
    </p>
  );
}
