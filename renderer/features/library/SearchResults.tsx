import { useDebouncedValue } from '@mantine/hooks';
import type { Output } from '../../../core/api/contract';
import type { SearchHit } from '../../../core/api/shapes';
import { partDefinitions } from '../../../core/narrative/parts';
import { useOperation } from '../../client/useOperation';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import type { NarrativeHref } from './narrativeHref';
import classes from './SearchResults.module.css';

const mostHits = 60;
/** While narratives are still being read, the answer grows by itself, asked again this often in milliseconds. */
const askAgainMs = 600;

/** What was found, each with the words around it; a click leads to the part. */
export function SearchResults(props: { query: string; hrefOf: NarrativeHref }) {
  const [query] = useDebouncedValue(props.query.trim(), 120);
  const search = useOperation(
    'library.search',
    { query, limit: mostHits },
    {
      enabled: query !== '',
      keepPrevious: true,
      refetchMs: (answer) => (isReading(answer) ? askAgainMs : false),
    },
  );
  if (search.error) return <ErrorNotice error={search.error} onRetry={() => void search.refetch()} />;
  const answer = search.data;
  return (
    <section className={classes.results} aria-labelledby="found-title">
      <h2 id="found-title" className={classes.title}>
        Found
      </h2>
      <p className={classes.status} role="status">
        {answer ? foundWords(answer) : 'Searching…'}
      </p>
      {answer && answer.hits.length === 0 && !isReading(answer) && (
        <EmptyState
          line={`“${query}” is in none of your narratives.`}
          quiet="Another word, or fewer of them?"
        />
      )}
      <ol className={classes.hits}>
        {answer?.hits.map((hit) => (
          // A part is found once; its row stays, and keeps the focus, while the words asked for grow.
          <Hit key={`${hit.id}-${hit.part}`} hit={hit} hrefOf={props.hrefOf} />
        ))}
      </ol>
    </section>
  );
}

function Hit({ hit, hrefOf }: { hit: SearchHit; hrefOf: NarrativeHref }) {
  return (
    <li>
      <a className={classes.hit} data-search-hit href={hrefOf(hit.id, hit.part)}>
        <span className={classes.head}>
          <span className={classes.heading}>{hit.heading}</span>
          <span className={classes.part}>{partDefinitions[hit.part].title}</span>
        </span>
        <p className={classes.words}>
          {hit.before}
          <mark>{hit.match}</mark>
          {hit.after}
        </p>
      </a>
    </li>
  );
}

type Answer = Output<'library.search'>;

const isReading = (answer: Answer | undefined) => answer !== undefined && answer.indexed < answer.total;

function foundWords(answer: Answer): string {
  const { length } = answer.hits;
  const found =
    length === mostHits ? `The first ${mostHits} places` : `${length} ${length === 1 ? 'place' : 'places'}`;
  return isReading(answer) ? `${found} so far; still reading, ${answer.indexed} of ${answer.total}` : found;
}
