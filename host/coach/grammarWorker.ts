import { parentPort } from 'node:worker_threads';
import { Dialect, type Lint, LocalLinter } from 'harper.js';
import type { GrammarFinding } from '../../core/api/shapes';
import type { GrammarLine, GrammarReply, GrammarRequest } from './grammarMessages';
import { loadHarperBinary } from './harperBinary';

/** Words that could stand there instead, at most. */
const mostSuggestions = 3;

/** Whose spelling a language tag means. */
const dialects: Readonly<Record<string, Dialect>> = {
  'en-GB': Dialect.British,
  'en-IE': Dialect.British,
  'en-NZ': Dialect.British,
  'en-AU': Dialect.Australian,
  'en-CA': Dialect.Canadian,
  'en-IN': Dialect.Indian,
};

let linter: LocalLinter | null = null;
let knownWords = '';
let answered = Promise.resolve();

// One after the other: what is set for one narrative must not count for the next.
parentPort?.on('message', (request: GrammarRequest) => {
  answered = answered.then(() => answer(request));
});

async function answer({ request, part, lines, dictionary, language }: GrammarRequest): Promise<void> {
  const ready = await linterFor(dialects[language] ?? Dialect.American);
  await learn(ready, dictionary);
  const findings: GrammarFinding[] = [];
  for (const line of lines) {
    const lints = await ready.lint(line.text, { language: 'plaintext' });
    findings.push(...lints.map((lint) => ({ part, ...toFinding(lint, line) })));
  }
  parentPort?.postMessage({ request, findings } satisfies GrammarReply);
}

/** Reading in a dictionary takes seconds, so one linter is kept and told when the dialect is another one. */
async function linterFor(dialect: Dialect): Promise<LocalLinter> {
  if (linter === null) {
    linter = new LocalLinter({ binary: await loadHarperBinary(), dialect });
    await linter.setup();
  } else if ((await linter.getDialect()) !== dialect) {
    await linter.setDialect(dialect);
    // The words of the team are learnt for a dialect, so they are learnt again.
    knownWords = '';
  }
  return linter;
}

async function learn(ready: LocalLinter, dictionary: string[]): Promise<void> {
  const words = dictionary.join('\n');
  if (words === knownWords) return;
  await ready.clearWords();
  await ready.importWords(dictionary);
  knownWords = words;
}

function toFinding(lint: Lint, { section, from, text }: GrammarLine): Omit<GrammarFinding, 'part'> {
  const { start, end } = lint.span();
  return {
    section,
    quote: text.slice(start, end),
    from: from + start,
    to: from + end,
    kind: lint.lint_kind() === 'Spelling' ? 'spelling' : 'grammar',
    message: lint.message().replaceAll(/`([^`]*)`/g, '“$1”'),
    suggestions: lint
      .suggestions()
      .map((suggestion) => suggestion.get_replacement_text())
      .filter((words) => words !== '')
      .slice(0, mostSuggestions),
  };
}
