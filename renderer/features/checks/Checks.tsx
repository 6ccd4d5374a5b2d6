import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircle, IconEye } from '@tabler/icons-react';
import type { DatelineError } from '../../../core/api/errors';
import type { Finding } from '../../../core/api/shapes';
import { type PartKey, partDefinitions, sectionTitle } from '../../../core/narrative/parts';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import classes from './Checks.module.css';

const levels = {
  stop: { words: 'Before review', Icon: IconAlertTriangle },
  fix: { words: 'Worth fixing', Icon: IconCircle },
  look: { words: 'Have a look', Icon: IconEye },
} as const;

export interface ChecksProps {
  findings: readonly Finding[] | undefined;
  error: DatelineError | null;
  part: PartKey;
  onRetry: () => void;
  onShow: (finding: Finding) => void;
}

/** What the structure checks ask, the open part first. They never write and never score. */
export function Checks({ findings, error, part, onRetry, onShow }: ChecksProps) {
  if (error) return <ErrorNotice error={error} onRetry={onRetry} />;
  if (!findings) return null;
  if (findings.length === 0)
    return <EmptyState line="Nothing to ask." quiet="Every part has what its readers expect to find." />;
  const here = findings.filter((finding) => finding.part === part);
  const elsewhere = findings.filter((finding) => finding.part !== part);
  return (
    <div className={classes.checks}>
      <h2>{headline(here.length)}</h2>
      <p className={classes.lede}>{elsewhereLine(elsewhere.length)}</p>
      <Cards findings={here} onShow={onShow} />
      {elsewhere.length > 0 && <h3 className={classes.elsewhere}>In other parts</h3>}
      <Cards findings={elsewhere} onShow={onShow} isElsewhere />
    </div>
  );
}

function headline(count: number): string {
  if (count === 0) return 'Nothing to ask here';
  return count === 1 ? 'One question here' : `${count} questions here`;
}

function elsewhereLine(count: number): string {
  if (count === 0) return 'None waits in other parts.';
  return count === 1 ? 'One more waits in another part.' : `${count} more wait in other parts, in no hurry.`;
}

interface CardsProps {
  findings: readonly Finding[];
  onShow: (finding: Finding) => void;
  isElsewhere?: boolean;
}

function Cards({ findings, onShow, isElsewhere = false }: CardsProps) {
  return findings.map((finding) => (
    <Card
      key={`${finding.rule} ${finding.part} ${finding.section} ${finding.from} ${finding.quote}`}
      finding={finding}
      onShow={onShow}
      isElsewhere={isElsewhere}
    />
  ));
}

function Card({ finding, onShow, isElsewhere }: Omit<CardsProps, 'findings'> & { finding: Finding }) {
  const { words, Icon } = levels[finding.level];
  return (
    <article className={classes.card}>
      <p className={classes.level}>
        <Icon size={15} stroke={1.75} aria-hidden /> {words} · {placeName(finding, isElsewhere === true)}
      </p>
      {finding.quote !== '' && (
        <p className={classes.words}>
          “<mark>{finding.quote}</mark>”
        </p>
      )}
      <h3>{finding.question}</h3>
      <p className={classes.why}>{finding.why}</p>
      <Button variant="default" size="xs" mt={10} onClick={() => onShow(finding)}>
        Show the place
      </Button>
    </article>
  );
}

function placeName({ part, section }: Finding, isElsewhere: boolean): string {
  const { title, sections } = partDefinitions[part];
  const isNamed = sections.some(({ key }) => key === section);
  if (!isNamed) return title;
  return isElsewhere ? `${title}, ${sectionTitle(part, section)}` : sectionTitle(part, section);
}
