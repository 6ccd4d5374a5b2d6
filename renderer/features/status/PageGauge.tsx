import type { PageGauge as Gauge } from '../../../core/api/shapes';
import { type PartKey, sectionTitle } from '../../../core/narrative/parts';
import classes from './StatusLine.module.css';

/** Below this the printed margins and the date line are most of what stands there, so a number would mean nothing. */
const begunFill = 0.05;

/** How the open part sits on paper, from the same layout as the PDF. */
export function PageGauge({ gauge, part }: { gauge: Gauge | undefined; part: PartKey }) {
  if (!gauge) return null;
  const { words, isOver, fill } = describeGauge(gauge, part);
  if (words === '') return null;
  return (
    <span className={classes.item} data-over={isOver || undefined}>
      <svg className={classes.gauge} viewBox="0 0 12 16" aria-hidden="true">
        <rect x="0.5" y="0.5" width="11" height="15" rx="1" className={classes.page} />
        <rect x="2" y="2" width="8" height={12 * fill} className={classes.fill} />
      </svg>
      {words}
    </span>
  );
}

/** The gauge's sentence; '' where the part is on no page yet. */
export function describeGauge(gauge: Gauge, part: PartKey): { words: string; isOver: boolean; fill: number } {
  if (part === 'release') return describeRelease(gauge);
  const pages = gauge.parts.find((known) => known.part === part);
  if (!pages) return { words: '', isOver: false, fill: 0 };
  const words = pages.first === pages.last ? `Page ${pages.first}` : `Pages ${pages.first} to ${pages.last}`;
  return { words, isOver: false, fill: 1 };
}

function describeRelease(gauge: Gauge): { words: string; isOver: boolean; fill: number } {
  if (gauge.releasePages <= 1) {
    const fill = Math.min(gauge.lastPageFill, 1);
    const words = fill < begunFill ? 'Page 1 is nearly empty' : `Page 1 is ${Math.round(fill * 100)} % full`;
    return { words, isOver: false, fill };
  }
  const section = gauge.secondPageSection;
  const place = section === null ? '' : ` at “${sectionTitle('release', section)}”`;
  return { words: `Page 2 begins${place}`, isOver: true, fill: 1 };
}
