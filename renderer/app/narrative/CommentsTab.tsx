import type { PartKey } from '../../../core/narrative/parts';
import { decideSuggestions } from '../../../core/review/decideSuggestions';
import type { ReviewRecord, ReviewRecordOf, SuggestionDecision } from '../../../core/review/reviewRecord';
import { addFaqQuestion } from '../../editor/commands';
import { goToSection } from '../../editor/outline';
import { CommentsPanel } from '../../features/review/CommentsPanel';
import type { ChangeView, ReviewActions } from '../../features/review/reviewView';
import { showToast } from '../../ui/showToast';
import { useKeyPlatform } from '../commands/CommandProvider';
import { keysForPeople, keysOf } from '../commands/keys';
import { anchorHere, itemHere } from './anchorHere';
import type { OpenPart } from './openPart';
import { saidHere } from './saidHere';
import type { ReviewDesk } from './useReview';
import type { Visit } from './useVisit';

export interface CommentsTabProps extends Pick<OpenPart, 'session' | 'part' | 'editor' | 'suggesting'> {
  review: ReviewDesk;
  author: string;
  visit: Visit;
}

/** Remarks and changes to review, beside the text. */
export function CommentsTab(props: CommentsTabProps) {
  const { review, part } = props;
  const platform = useKeyPlatform();
  return (
    <CommentsPanel
      {...review}
      {...remarkActions(props)}
      {...changeActions(props)}
      author={props.author}
      part={part}
      keys={keysForPeople(keysOf('edit.comment', platform) ?? '', platform.mac)}
    />
  );
}

function remarkActions({ session, suggesting, author, editor, part, visit }: CommentsTabProps) {
  const add = (record: ReviewRecord) => session.addReview([record]);
  return {
    onReply: (thread, reply) => add({ ...saidHere(author), ...reply, kind: 'reply', thread }),
    onResolve: (thread, isResolved) => add({ ...saidHere(author), kind: 'resolution', thread, isResolved }),
    onAsk({ id, messages, begunBy }) {
      const [said] = messages;
      if (!said) return;
      const text = said.text.replace(/\s+/gu, ' ').trim().slice(0, longestQuestion);
      const due = new Date(Date.now() + weekMs).toISOString().slice(0, 10);
      visit('internalFaq', (opened) => {
        addFaqQuestion(opened, { text, askedBy: begunBy, owner: author, due });
        const question = itemHere(opened.state.selection);
        if (question === '') return;
        const reply = { ...saidHere(author), text: 'Asked in the internal FAQ.', thread: id, question };
        add({ ...reply, kind: 'reply' }).catch(() =>
          showToast({ message: 'The question is asked; its link to the remark could not be kept' }),
        );
      });
    },
    onShowQuestion: (question) => visit('internalFaq', (opened) => void goToSection(opened, question)),
    async onPlace(thread) {
      const anchor = editor && anchorHere(editor, suggesting.text, part);
      if (anchor) return add({ ...saidHere(author), kind: 'placement', thread, anchor });
      showToast({ message: 'Select the words it is about first, then press this again' });
    },
  } satisfies Partial<ReviewActions>;
}

/** Whoever makes a question of a remark sees to its answer within a week, unless they say something else there. */
const weekMs = 7 * 24 * 60 * 60 * 1000;

/** A question longer than this is an answer, in characters. */
const longestQuestion = 300;

/** Decisions change the text and are kept beside it, so one undo of a part takes back both. */
function changeActions({ session, author }: CommentsTabProps) {
  const decide = (verdict: SuggestionDecision['verdict']) => (changes: readonly ChangeView[]) => {
    const wanted = new Set(changes.map(({ id }) => id));
    const suggestions = session
      .review()
      .filter((record) => record.kind === 'suggestion')
      .filter(({ id }) => wanted.has(id));
    const decision = { verdict, by: author, at: new Date().toISOString() };
    const undos: (() => void)[] = [];
    let done = 0;
    let conflicts = 0;
    for (const [part, group] of byPart(suggestions)) {
      const history = session.undoManager(part);
      const decided = decideSuggestions(session.doc, group, { decision, history });
      done += decided.done.length;
      conflicts += decided.conflicts.length;
      if (decided.done.length > 0) undos.push(() => void history.undo());
    }
    showToast({
      message: decisionWords({ verdict, done, conflicts }),
      ...(done > 0 ? { action: { label: 'Undo', run: () => runAll(undos) } } : {}),
    });
  };
  return { onAccept: decide('accepted'), onReject: decide('rejected') } satisfies Partial<ReviewActions>;
}

function byPart(suggestions: readonly ReviewRecordOf<'suggestion'>[]) {
  const groups = new Map<PartKey, ReviewRecordOf<'suggestion'>[]>();
  for (const suggestion of suggestions) {
    const { part } = suggestion.anchor;
    groups.set(part, [...(groups.get(part) ?? []), suggestion]);
  }
  return groups;
}

/** "Accepted 12 changes. 2 no longer fit the text and stay here." */
function decisionWords(told: { verdict: SuggestionDecision['verdict']; done: number; conflicts: number }) {
  const { verdict, done, conflicts } = told;
  const act = verdict === 'accepted' ? 'Accepted' : 'Rejected';
  const count = done === 1 ? 'one change' : `${done} changes`;
  const left = conflicts === 1 ? 'One no longer fits' : `${conflicts} no longer fit`;
  if (conflicts === 0) return `${act} ${count}`;
  return `${done === 0 ? '' : `${act} ${count}. `}${left} the text, and the text stays as it is`;
}

function runAll(acts: readonly (() => void)[]): void {
  for (const act of acts) act();
}
