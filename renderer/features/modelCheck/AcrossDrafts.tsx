import { modelQuestions } from '../../../core/review/modelCheck/prompts';
import type { CheckedVersion } from '../../../core/review/modelCheck/readModelCheck';
import { type ModelPrompt, modelPrompts } from '../../../core/review/records/modelChecks';
import classes from './ModelCheck.module.css';
import { countWords, versionName } from './verdictWords';

/** Most versions side by side; older ones are chosen above. */
const mostColumns = 4;

/** How the answers of all moved from draft to draft, the oldest first. */
export function AcrossDrafts({ versions }: { versions: readonly CheckedVersion[] }) {
  const now = new Date();
  const columns = versions.slice(0, mostColumns).reverse();
  return (
    <section aria-labelledby="across-drafts">
      <h2 id="across-drafts" className={classes.tableTitle}>
        From draft to draft
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys. */}
      <section className={classes.scroll} aria-labelledby="across-drafts" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Question</th>
              {columns.map((version) => (
                <th key={version.version} scope="col">
                  {versionName(version, now)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {modelPrompts.map((prompt) => (
              <tr key={prompt}>
                <th scope="row">{modelQuestions[prompt].title}</th>
                {columns.map((version) => (
                  <td key={version.version}>{cellWords(version, prompt)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function cellWords({ prompts, isKnown }: CheckedVersion, prompt: ModelPrompt): string {
  const checked = prompts.find((each) => each.prompt === prompt);
  if (!checked) return 'Not asked';
  const counted = countWords(checked);
  if (counted !== '') return counted;
  return isKnown ? 'The text says nothing' : 'Not compared';
}
