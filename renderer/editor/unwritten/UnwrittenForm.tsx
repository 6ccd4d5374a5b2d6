import { Button, Group, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { askInternalQuestion } from '../../../core/manuals/askQuestion';
import type { InternalQuestion } from '../../../core/manuals/unwritten';
import { faqStateTitles } from '../faq/faqItemView';
import { unwrittenById, waitForQuestion, writeHere } from './unwrittenCommands';
import { readQuestions, unwrittenOptions } from './unwrittenOptions';

interface UnwrittenFormProps {
  editor: Editor;
  id: string;
  onDone: () => void;
}

/** Which question of the internal FAQ a place waits for: one of those asked there, or a new one. */
export function UnwrittenForm({ editor, id, onDone }: UnwrittenFormProps) {
  const options = unwrittenOptions(editor);
  const [questions] = useState(() => readQuestions(options));
  const [typed, setTyped] = useState('');
  const named = String(unwrittenById(editor, id)?.node.attrs.question ?? '');
  const current = questions.find((question) => question.id === named);
  const found = matching(questions, typed);
  const words = typed.trim();
  const canAsk = words !== '' && !questions.some((question) => question.words === words);

  const choose = (question: Pick<InternalQuestion, 'id' | 'words'>) => {
    waitForQuestion(editor, id, question);
    onDone();
  };
  const ask = () => {
    if (!options.doc) return;
    choose({ id: askInternalQuestion(options.doc, words, crypto.randomUUID()), words });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = found;
    if (first && words !== '') choose(first);
    else if (canAsk) ask();
  };
  return (
    <form onSubmit={submit} className="dl-form dl-unwritten-form" aria-label="What it waits for">
      <TextInput
        label="Which open question does it wait for?"
        description="Questions of the internal FAQ. Type to search, or to ask a new one."
        value={typed}
        maxLength={1000}
        data-autofocus
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <ul className="dl-unwritten-questions" aria-label="Questions">
        {found.map((question) => (
          <li key={question.id}>
            <button type="button" aria-pressed={question.id === named} onClick={() => choose(question)}>
              <span>Q {question.number}</span>
              <span>{question.words}</span>
              <span>{faqStateTitles[question.state]}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && words === '' && (
        <p className="dl-unwritten-none">
          No question is asked there yet. Type the one that has to be answered.
        </p>
      )}
      <Group gap={8} mt={10}>
        {canAsk && (
          <Button
            size="xs"
            type={found.length === 0 ? 'submit' : 'button'}
            {...(found.length > 0 && { onClick: ask })}
          >
            Ask it in the internal FAQ
          </Button>
        )}
        {current && (
          <Button size="xs" variant="default" onClick={() => options.onGo('internalFaq', current.id)}>
            Go to Q {current.number}
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            writeHere(editor, id);
            onDone();
          }}
        >
          It can be written now
        </Button>
      </Group>
    </form>
  );
}

/** Open questions first: an answered one holds nothing up. */
function matching(questions: readonly InternalQuestion[], typed: string): InternalQuestion[] {
  const wanted = typed.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const fits = ({ words, number }: InternalQuestion) =>
    wanted.every((word) => `q${number} ${words.toLocaleLowerCase()}`.includes(word));
  const isDone = ({ state }: InternalQuestion) => Number(state === 'answered');
  return questions.filter(fits).sort((a, b) => isDone(a) - isDone(b));
}
