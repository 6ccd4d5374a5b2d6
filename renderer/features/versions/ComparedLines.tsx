import { Fragment, type ReactNode, useState } from 'react';
import { partDefinitions } from '../../../core/narrative/parts';
import type { ComparedLine, ComparedPart, ComparedRun } from '../../../core/review/versions/comparison';
import classes from './Comparison.module.css';
import { type FoldedLines, foldLines } from './foldLines';
import { countOf } from './versionWords';

/** What changed in one part, with a line around it; the rest is folded until it is asked for. */
export function ComparedPartView({ compared }: { compared: ComparedPart }) {
  const [isOpen, setOpen] = useState(false);
  const title = partDefinitions[compared.part].title;
  return (
    <section aria-label={`${title}, ${countOf(compared.changes, 'change')}`}>
      <h2 className={classes.part}>
        {title} <span className={classes.count}>{countOf(compared.changes, 'change')}</span>
      </h2>
      {foldLines(compared.lines, isOpen).map((folded) => (
        <Lines key={folded.key} folded={folded} onOpen={() => setOpen(true)} />
      ))}
    </section>
  );
}

function Lines({ folded, onOpen }: { folded: FoldedLines; onOpen: () => void }) {
  if (folded.kind === 'folded')
    return (
      <button type="button" className={classes.fold} onClick={onOpen}>
        {countOf(folded.count, 'line')} the same
      </button>
    );
  const { line, isFirst, startsPlace } = folded;
  // A question or a title says itself where it stands.
  const isNamed = startsPlace && line.place !== '' && line.look !== 'question' && line.look !== 'title';
  return (
    <>
      {isNamed && <p className={classes.place}>{line.place}</p>}
      <div
        className={classes.line}
        data-look={line.look}
        data-kind={line.kind}
        data-moved={line.moved ?? undefined}
        data-change-start={isFirst ? line.change : undefined}
        tabIndex={isFirst ? -1 : undefined}
      >
        {line.moved && isFirst && <span className={classes.chip}>{movedWords[line.moved]}</span>}
        <p className={classes.words}>{line.moved === 'from' ? <GoneAway line={line} /> : wordsOf(line)}</p>
        {line.note !== '' && <p className={classes.note}>{line.note}</p>}
      </div>
    </>
  );
}

const movedWords = { from: 'Moved away from here', to: 'Moved here' } as const;
const shownOfMoved = 90;

/** Where something was that stands elsewhere now, its first words are enough. */
function GoneAway({ line }: { line: ComparedLine }) {
  const words = line.runs.flatMap(({ kind, text }) => (kind === 'inserted' ? [] : [text])).join('');
  return <>{words.length > shownOfMoved ? `${words.slice(0, shownOfMoved).trimEnd()}…` : words}</>;
}

function wordsOf({ runs }: ComparedLine): ReactNode {
  return runs.map((run, index) => {
    // Runs have no names of their own, and never change their order.
    const key = `${index} ${run.kind}`;
    return <Fragment key={key}>{drawRun(run)}</Fragment>;
  });
}

/** Marked by more than colour, and said in words to whoever cannot see it. */
function drawRun({ kind, text }: ComparedRun): ReactNode {
  switch (kind) {
    case 'same':
      return text;
    case 'deleted':
      return (
        <del>
          <span className="dl-hidden"> taken out: </span>
          {text}
          <span className="dl-hidden"> (end) </span>
        </del>
      );
    case 'inserted':
      return (
        <ins>
          <span className="dl-hidden"> put in: </span>
          {text}
          <span className="dl-hidden"> (end) </span>
        </ins>
      );
    case 'restyled':
      return (
        <span className={classes.restyled} title="Only how it looks is different">
          <span className="dl-hidden"> looks different: </span>
          {text}
          <span className="dl-hidden"> (end) </span>
        </span>
      );
  }
}
