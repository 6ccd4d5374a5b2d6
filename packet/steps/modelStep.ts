import { modelIntroduction, modelQuestions } from '../../core/review/modelCheck/prompts';
import type { ModelPrompt } from '../../core/review/records/modelChecks';
import type { Answer } from '../answer/answer';
import { element, textField } from '../dom/element';
import type { Step } from './step';

/** What every reader is asked without looking: the text is put away meanwhile. */
export function modelStep(answer: Answer): Step {
  const { modelPrompts } = answer.packet.asks;
  return {
    title: 'Without looking',
    build: () => [
      element('p', { class: 'lead' }, [modelIntroduction]),
      ...modelPrompts.map((prompt) => {
        const { question, hint } = modelQuestions[prompt];
        const value = answer.ofKind('modelAnswers')[0]?.answers[prompt] ?? '';
        const onInput = (said: string) => writeAnswerTo(answer, prompt, said);
        return textField({ label: question, hint, value, rows: 2, onInput }).field;
      }),
    ],
  };
}

/** How many of the questions have words for an answer. */
export const countAnswered = (answer: Answer): number =>
  Object.values(answer.ofKind('modelAnswers')[0]?.answers ?? {}).filter((said) => said.trim() !== '').length;

/** The first word answers all questions: those that stay empty are asked and not remembered. */
function writeAnswerTo(answer: Answer, prompt: ModelPrompt, said: string): void {
  const { contentVersion, draft, asks } = answer.packet;
  const [written] = answer.ofKind('modelAnswers');
  const { id, by, at } = answer.newHead();
  const unsaid = Object.fromEntries(asks.modelPrompts.map((each) => [each, '']));
  answer.put({
    kind: 'modelAnswers',
    ...{ id: written?.id ?? id, by, at },
    ...{ version: contentVersion, draft },
    answers: { ...unsaid, ...written?.answers, [prompt]: said },
  });
}
