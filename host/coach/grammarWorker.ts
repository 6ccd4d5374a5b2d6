import { parentPort } from 'node:worker_threads';
import { type Lint, LocalLinter } from 'harper.js';
import type { GrammarFinding } from '../../core/api/shapes';
import type { GrammarLine, GrammarReply, GrammarRequest } from './grammarMessages';
import { loadHarperBinary } from './harperBinary';

/** Words that could stand there instead, at most. */
const mostSuggestions = 3;

const linter = createLinter();
let knownWords = '';

parentPort?.on('message', async ({ request, part, lines, dictionary }: GrammarRequest) => {
  const ready = await linter;
  await learn(ready, dictionary);
  const findings: GrammarFinding[] = [];
  for (const line of lines) {
    const lints = await ready.lint(line.text, { language: 'plaintext' });
    findings.push(...lints.map((lint) => ({ part, ...toFinding(lint, line) })));
  }
  parentPort?.postMessage({ request, findings } satisfies GrammarReply);
});

async function createLinter(): Promise<LocalLinter> {
  const created = new LocalLinter({ binary: await loadHarperBinary() });
  await created.setup();
  return created;
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
    message: lint.message(),
    suggestions: lint
      .suggestions()
      .map((suggestion) => suggestion.get_replacement_text())
      .filter((words) => words !== '')
      .slice(0, mostSuggestions),
  };
}
