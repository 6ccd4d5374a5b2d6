import { Button } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { SaveStatus } from '../../editor/session/session';
import type { BriefDraft } from './briefDraft';
import classes from './FirstRun.module.css';
import { questionHints } from './questionWords';
import { SerifArea } from './SerifArea';
import { useBriefDraft } from './useBriefDraft';

export interface FirstRunProps {
  /** Where what is written here is kept, in a sentence. */
  keptWhere: string;
  /** The finished narratives one may read instead. */
  samples: ReactNode;
  /** Told at the first letter: from now on this page must stay until its writer leaves it. */
  onBegin: () => void;
  onStart: (id: NarrativeId) => void;
  onSkip: (id: NarrativeId) => void;
  onImport: () => void;
  renderState: (status: SaveStatus, draft: BriefDraft) => ReactNode;
}

/** An empty library that already asks its first question: nothing to set up, just a place to write. */
export function FirstRun(props: FirstRunProps) {
  return (
    <main className={classes.first}>
      <FirstSheet {...props} />
      <aside data-region aria-label="Finished narratives to read">
        {props.samples}
        <p className={classes.more}>
          Have a PRFAQ already?{' '}
          <button type="button" className={classes.link} onClick={props.onImport}>
            Import Markdown or text
          </button>
          ; you see what went where.
        </p>
      </aside>
    </main>
  );
}

/** The first words make a narrative, but its writer is not moved in the middle of a sentence. */
const stayHere = () => undefined;

function FirstSheet({ keptWhere, onBegin, onStart, onSkip, renderState }: FirstRunProps) {
  const { draft, state } = useBriefDraft(null, stayHere);
  const go = (open: (id: NarrativeId) => void) => void draft?.settle().then(open, () => undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    go(onStart);
  };
  return (
    <article className={classes.sheet} data-region aria-labelledby="first-run">
      <h1 id="first-run" className={classes.title}>
        It is launch day. Who is happy, and why?
      </h1>
      <p className={classes.sub}>
        Start with the person, not the product. One sentence is enough to begin; every word is kept as you
        type.
      </p>
      <SerifArea
        className={classes.write}
        label="Who is the customer?"
        labelProps={{ className: classes.label }}
        placeholder={questionHints.customer}
        minRows={4}
        maxLength={20_000}
        autoFocus
        value={state?.answers.customer ?? ''}
        onChange={({ currentTarget }) => {
          onBegin();
          draft?.setAnswer('customer', currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={classes.acts}>
        <Button onClick={() => go(onStart)}>Start with the customer</Button>
        <Button variant="subtle" onClick={() => go(onSkip)}>
          Or go straight to the press release
        </Button>
      </div>
      <p className={classes.state}>{draft && state?.status && renderState(state.status, draft)}</p>
      <p className={classes.bottom}>{keptWhere}</p>
    </article>
  );
}
