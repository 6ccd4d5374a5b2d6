import { Modal } from '@mantine/core';
import type { NarrativeId } from '../../../core/narrative/meta';
import { useAction } from '../../client/useAction';
import { useOperation } from '../../client/useOperation';
import { ErrorNotice } from '../../ui/ErrorNotice';
import classes from './Samples.module.css';

const lede = 'Complete narratives, made to learn from. Each opens as your own copy.';

/** The samples beside an empty library. */
export function SamplesAside({ onOpen }: { onOpen: (id: NarrativeId) => void }) {
  return (
    <>
      <h2 className={classes.title}>Or read a finished one</h2>
      <p className={classes.lede}>{lede}</p>
      <SampleList onOpen={onOpen} />
    </>
  );
}

/** The samples, asked for later. */
export function SamplesDialog(props: { onOpen: (id: NarrativeId) => void; onClose: () => void }) {
  return (
    <Modal opened onClose={props.onClose} title="Read a finished one">
      <div className={classes.dialog}>
        <p className={classes.lede}>{lede}</p>
        <SampleList onOpen={props.onOpen} />
      </div>
    </Modal>
  );
}

function SampleList({ onOpen }: { onOpen: (id: NarrativeId) => void }) {
  const samples = useOperation('samples.list', {});
  const create = useAction('narratives.create');
  const error = samples.error ?? create.error;
  const openCopy = (sample: string) =>
    create.mutate({ sample }, { onSuccess: (created) => onOpen(created.id) });
  return (
    <>
      {error && <ErrorNotice error={error} />}
      <ul className={classes.samples}>
        {samples.data?.map(({ id, heading, kind }) => (
          <li key={id}>
            <button
              type="button"
              className={classes.sample}
              disabled={create.isPending}
              onClick={() => openCopy(id)}
            >
              <span className={classes.heading}>{heading}</span>
              <span className={classes.kind}>{kind}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
