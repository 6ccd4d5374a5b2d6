import { IconLock, IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react';
import type { PacketStanding } from '../../../core/review/packet/readPackets';
import { longDay, nearTime } from '../../ui/dates';
import classes from './Packets.module.css';
import { answeredWords, readerWords, sealWords } from './standingWords';

interface PacketListProps {
  standings: readonly PacketStanding[];
  /** Of the narrative as it is now. */
  version: string;
}

/** Every packet with what came back from it. */
export function PacketList({ standings, version }: PacketListProps) {
  return (
    <ul className={classes.packets} aria-label="Packets">
      {standings.map((standing) => (
        <li key={standing.id}>
          <PacketLine standing={standing} isPresent={standing.packet?.version === version} />
        </li>
      ))}
    </ul>
  );
}

function PacketLine({ standing, isPresent }: { standing: PacketStanding; isPresent: boolean }) {
  const { packet, answeredAt } = standing;
  const answered = answeredWords(standing);
  const now = new Date();
  return (
    <>
      <p className={classes.reader}>
        {readerWords(standing)}
        {packet !== null && packet.answerKey !== '' && (
          <span className={classes.locked}>
            <IconLock size={14} stroke={1.75} aria-hidden /> Opens with a passphrase
          </span>
        )}
      </p>
      <p className={classes.seal}>
        <Seal standing={standing} />
      </p>
      <p className={classes.answered}>
        {answered === '' ? 'Nothing has come back yet.' : `${answered}.`}
        {answeredAt !== null && ` The latest was written ${nearTime(new Date(answeredAt), now)}.`}
      </p>
      <p className={classes.quiet}>
        {packet === null
          ? 'Its packet was made in another library, so no seal can be checked here.'
          : `Made ${nearTime(new Date(packet.at), now)} of draft ${packet.draft}${
              isPresent ? '' : ', an earlier text than the present one'
            }.${packet.returnBy === '' ? '' : ` Wished for by ${longDay(packet.returnBy)}.`}`}
      </p>
    </>
  );
}

function Seal({ standing }: { standing: PacketStanding }) {
  const words = sealWords(standing);
  if (words === '') return null;
  const Icon = words === 'Sealed' ? IconShieldCheck : IconShieldQuestion;
  return (
    <span className={classes.chip} data-sealed={words === 'Sealed' || undefined}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {words}
    </span>
  );
}
