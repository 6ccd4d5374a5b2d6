import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { briefSections } from '../../../core/narrative/parts';
import type { SaveStatus } from '../../editor/session/session';
import type { BriefDraft, BriefKey } from './briefDraft';
import classes from './NewNarrative.module.css';
import { AskedQuestion, QuietQuestion } from './Question';
import { questionHints } from './questionWords';
import { useBriefDraft } from './useBriefDraft';

export interface NewNarrativeProps {
  /** A narrative already begun, or null. */
  id: NarrativeId | null;
  nextKeys: string;
  onCreated: (id: NarrativeId) => void;
  onBack: () => void;
  /** The questions are answered or skipped; writing goes on in the press release. */
  onDone: (id: NarrativeId) => void;
  renderState: (status: SaveStatus, draft: BriefDraft) => ReactNode;
  renderGuide: (key: BriefKey, content: NarrativeContent) => ReactNode;
}

/** Six questions before the first headline, asked one at a time on one sheet. */
export function NewNarrative(props: NewNarrativeProps) {
  const { draft, state } = useBriefDraft(props.id, props.onCreated);
  const skip = () => void draft?.settle().then(props.onDone, () => undefined);
  return (
    <>
      <header className={classes.top} data-region data-drag>
        <ActionIcon variant="subtle" aria-label="Back to the library" onClick={props.onBack}>
          <IconArrowLeft size={18} stroke={1.75} />
        </ActionIcon>
        <p className={classes.name}>New narrative</p>
        <p className={classes.aside}>A name can wait until you have a heading</p>
        <span className={classes.spring} />
        <span className={classes.state}>
          {draft && state?.status && props.renderState(state.status, draft)}
        </span>
        <Button variant="subtle" onClick={skip}>
          Skip to the press release
        </Button>
      </header>
      {draft && state?.isReady && <Questions {...props} draft={draft} onDone={skip} />}
    </>
  );
}

type QuestionsProps = Pick<NewNarrativeProps, 'nextKeys' | 'renderGuide'> & {
  draft: BriefDraft;
  onDone: () => void;
};

function Questions({ draft, nextKeys, renderGuide, onDone }: QuestionsProps) {
  const { answers } = draft.state();
  const [asked, setAsked] = useState<number>(() => firstUnanswered(answers));
  const askedKey = briefSections[asked]?.key ?? 'customer';
  const isLast = asked === briefSections.length - 1;
  return (
    <main className={classes.ask} data-region>
      <article className={classes.sheet} aria-labelledby="six-questions">
        <h1 id="six-questions" className={classes.title}>
          Six questions before the first headline
        </h1>
        <p className={classes.sub}>Short answers are fine. You can leave any of them and come back.</p>
        <ol>
          {briefSections.map(({ key, title }, index) =>
            index === asked ? (
              <AskedQuestion
                key={key}
                number={index + 1}
                title={title}
                hint={questionHints[key]}
                answer={answers[key]}
                isLast={isLast}
                nextKeys={nextKeys}
                onAnswer={(answer) => draft.setAnswer(key, answer)}
                onNext={isLast ? onDone : () => setAsked(asked + 1)}
              />
            ) : (
              <QuietQuestion
                key={key}
                number={index + 1}
                title={title}
                answer={answers[key].trim()}
                onReturn={() => setAsked(index)}
              />
            ),
          )}
        </ol>
      </article>
      <aside className={classes.margin} aria-label="Guide to this question">
        {renderGuide(askedKey, draft.content())}
      </aside>
    </main>
  );
}

function firstUnanswered(answers: Readonly<Record<BriefKey, string>>): number {
  const index = briefSections.findIndex(({ key }) => answers[key].trim() === '');
  return index === -1 ? briefSections.length - 1 : index;
}
