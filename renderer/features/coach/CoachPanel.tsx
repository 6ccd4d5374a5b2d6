import { Anchor, Button } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { GrammarFinding } from '../../../core/api/shapes';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import { ruleTable } from '../../../core/coach/rules/ruleTable';
import { type PartKey, partDefinitions, sectionTitle } from '../../../core/narrative/parts';
import { Banner } from '../../ui/Banner';
import { useFocusBack } from '../../ui/useFocusBack';
import { CoachCard } from './CoachCard';
import { CoachHelp } from './CoachHelp';
import classes from './CoachPanel.module.css';
import { GrammarList } from './GrammarList';
import { headline, waitingLine } from './questionWords';
import { SetAsideList } from './SetAsideList';
import type { OpenCoach } from './useCoach';
import { useQuestionsHere } from './useQuestionsHere';
import { useSteadyCards } from './useSteadyCards';

const answeredByEvidence = new Set(ruleTable.flatMap((rule) => (rule.answeredByEvidence ? [rule.id] : [])));

export interface CoachPanelProps {
  coach: OpenCoach;
  part: PartKey;
  /** Section or item the caret is in, as findings name it; '' for the part as a whole. */
  section: string;
  /** Kept with what this person sets aside. */
  author: string;
  /** Goes to the words, or to their place. */
  onShow: (finding: AskedFinding) => void;
  /** Opens a source card for the words. */
  onSource: (finding: AskedFinding) => void;
  onAssume: (finding: AskedFinding) => void;
  /** Doubts about the spelling and grammar of the part. */
  grammar: readonly GrammarFinding[];
  onShowGrammar: (finding: GrammarFinding) => void;
  onNext: () => void;
  /** Counts up when the actions of the open question should take the focus. */
  focusRequest: number;
}

/** What the coach asks about the place being written: three questions at most, none of them in a hurry. */
export function CoachPanel(props: CoachPanelProps) {
  const { coach, part, section, author, onShow, onNext } = props;
  const [help, setHelp] = useState<{ rule: string | null } | null>(null);
  useFocusBack(help !== null);
  const panel = useRef<HTMLDivElement>(null);
  const { view, setup, store } = coach;
  const { here, waiting, elsewhere } = useQuestionsHere(view.open, part, section);
  const cards = useSteadyCards({ panel, place: `${part}/${section}`, here, view });
  useActionFocus(panel, props.focusRequest, cards);
  const shown = new Set(cards.map(({ finding }) => finding.id));
  const openId = view.openId ?? cards.find(({ dismissal }) => dismissal === null)?.finding.id ?? null;
  const aside = view.setAside.filter(({ finding }) => !shown.has(finding.id));
  if (!view.isReady || !store) return <p className={classes.lede}>Reading what you have written so far.</p>;
  return (
    <div ref={panel} className={classes.coach}>
      <h2>{headline(here.length)}</h2>
      <p className={classes.lede}>{waitingLine({ here: here.length, waiting, elsewhere })}</p>
      {[...(setup?.problems ?? []), ...view.problems].map((problem) => (
        <Banner key={problem} tone="gold">
          {problem}
        </Banner>
      ))}
      {cards.map(({ finding, dismissal, isGone }) => (
        <CoachCard
          key={finding.id}
          finding={finding}
          place={placeName(finding, section)}
          text={setup?.data.texts.rules[finding.rule]}
          reasons={setup?.data.texts.reasons ?? []}
          dismissal={dismissal}
          isGone={isGone}
          evidence={
            answeredByEvidence.has(finding.rule)
              ? { onSource: () => props.onSource(finding), onAssume: () => props.onAssume(finding) }
              : null
          }
          isOpen={finding.id === openId}
          onOpen={() => store.select(finding.id)}
          onShow={() => onShow(finding)}
          onSetAside={(reason) => store.setAside(finding, { reason, who: author })}
          onAskAgain={() => store.askAgain(finding)}
          onHelp={() => setHelp({ rule: finding.rule })}
        />
      ))}
      {waiting + elsewhere > 0 && (
        <Button variant="default" size="xs" mt={14} onClick={onNext}>
          Next question
        </Button>
      )}
      <SetAsideList aside={aside} onShow={onShow} onAskAgain={(finding) => store.askAgain(finding)} />
      <GrammarList
        findings={props.grammar}
        dictionary={setup?.settings.dictionary ?? []}
        onShow={props.onShowGrammar}
      />
      <p className={classes.foot}>
        The coach asks; it never writes and never scores.{' '}
        <Anchor
          component="button"
          type="button"
          inherit
          underline="always"
          onClick={() => setHelp({ rule: null })}
        >
          How it works
        </Anchor>
      </p>
      {help && <CoachHelp rule={help.rule} onClose={() => setHelp(null)} />}
    </div>
  );
}

/** Where a card's words stand, when that is not where the caret is. */
function placeName({ part, section }: AskedFinding, here: string): string {
  if (section === here) return '';
  const { title, sections } = partDefinitions[part];
  return sections.some(({ key }) => key === section) ? sectionTitle(part, section) : title;
}

/** Takes the focus to the open card once it is drawn, for every request once. */
function useActionFocus(panel: RefObject<HTMLElement | null>, request: number, cards: unknown): void {
  const answered = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card may be drawn after the request
  useEffect(() => {
    if (request === answered.current) return;
    const act = (card: string) => panel.current?.querySelector(`${card} [data-acts] button`);
    const first = act('[data-open]') ?? act('[data-card]');
    if (!(first instanceof HTMLElement)) return;
    first.focus();
    answered.current = request;
  }, [panel, request, cards]);
}
