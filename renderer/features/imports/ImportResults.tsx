import { Button, Modal } from '@mantine/core';
import type { Imported } from '../../../core/api/shapes';
import { reviewLine } from '../../../core/import/remarks/reviewLine';
import type { NarrativeId } from '../../../core/narrative/meta';
import { partDefinitions, sectionTitle } from '../../../core/narrative/parts';
import cards from '../../ui/cards.module.css';
import { ErrorNotice } from '../../ui/ErrorNotice';
import classes from './Imports.module.css';
import { ReturnedFile } from './ReturnedFile';
import type { ImportResult } from './useImports';

interface ImportResultsProps {
  results: ImportResult[];
  onOpen: (id: NarrativeId) => void;
  onDiscard: (id: NarrativeId) => void;
  /** Imports a copy that came back again, as a narrative of its own. */
  onKeepAsNew: (file: File) => void;
  onClose: () => void;
}

/** What landed where, and what a person should look at. */
export function ImportResults(props: ImportResultsProps) {
  const { results, onClose } = props;
  return (
    <Modal opened onClose={onClose} size="lg" title={titleOf(results)}>
      {results.map((result) => (
        <section className={classes.result} key={'imported' in result ? result.imported.id : result.fileName}>
          {'imported' in result ? (
            <ImportedFile result={result} {...props} />
          ) : (
            <>
              <p className={classes.from}>{result.fileName}</p>
              <ErrorNotice error={result.error} />
            </>
          )}
        </section>
      ))}
    </Modal>
  );
}

function titleOf(results: readonly ImportResult[]): string {
  if (results.some((result) => 'error' in result)) return 'Not everything could be read';
  const isBack = results.every((result) => 'imported' in result && result.imported.review);
  return isBack ? 'It came back' : 'It is on the desk';
}

type ImportedFileProps = Pick<ImportResultsProps, 'onOpen' | 'onDiscard' | 'onKeepAsNew'> & {
  result: { file: File; fileName: string; imported: Imported };
};

function ImportedFile({ result, onOpen, onDiscard, onKeepAsNew }: ImportedFileProps) {
  const { file, fileName, imported } = result;
  const { id, title, doubts, review } = imported;
  if (review)
    return (
      <ReturnedFile
        {...{ fileName, imported, review }}
        onOpen={() => onOpen(id)}
        onKeepAsNew={() => onKeepAsNew(file)}
      />
    );
  const came = reviewLine(imported);
  return (
    <>
      <h3 className={classes.name}>{title}</h3>
      <p className={classes.from}>From {fileName}, which was not touched</p>
      <LandedTable parts={imported.parts} />
      {came !== '' && <p className={classes.from}>{came}</p>}
      {doubts.length > 0 && (
        <ul className={`${cards.gold} ${classes.doubts}`} aria-label="Worth a look">
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      <div className={classes.acts}>
        <Button data-autofocus onClick={() => onOpen(id)}>
          Open it
        </Button>
        <Button variant="subtle" onClick={() => onDiscard(id)}>
          Move it to the trash
        </Button>
      </div>
    </>
  );
}

function LandedTable({ parts }: Pick<Imported, 'parts'>) {
  return (
    <table className={classes.landed}>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Section</th>
          <th scope="col">Paragraphs</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ part, section, blocks }) => (
          <tr key={`${part}-${section}`}>
            <td>{partDefinitions[part].title}</td>
            <td>{sectionTitle(part, section)}</td>
            <td>{blocks}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
