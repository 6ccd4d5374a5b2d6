import { Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ThreadPromise } from '../../../../core/thread/collectPromises';
import { endKey } from '../../../../core/thread/itemEnds';
import { columnTitles } from '../../../../core/thread/mapRows';
import type { Thread } from '../../../../core/thread/readThread';
import { searchEnds } from '../../../../core/thread/searchEnds';
import type { ThreadEnd } from '../../../../core/thread/threadEnd';
import { type FoundItem, SearchList } from '../SearchList';
import classes from './LinkDialog.module.css';
import type { LinkRequest, MapActions } from './mapActions';
import { searchPromises } from './searchPromises';

export interface LinkDialogProps extends Pick<MapActions, 'onLink'> {
  asked: LinkRequest;
  thread: Thread;
  onClose: () => void;
}

const longestList = 50;

/** Links by search and Enter, from a promise to what keeps it or from a thing to its promise. */
export function LinkDialog({ asked, onClose, ...props }: LinkDialogProps) {
  return (
    <Modal opened onClose={onClose} size={560} title={questionOf(asked)} returnFocus>
      <blockquote className={classes.quote}>
        {asked.from === 'promise' ? asked.promise.words : asked.words}
      </blockquote>
      {asked.from === 'promise' ? (
        <FindEnd {...props} asked={asked} onClose={onClose} />
      ) : (
        <FindPromise {...props} asked={asked} onClose={onClose} />
      )}
    </Modal>
  );
}

function questionOf(asked: LinkRequest): string {
  if (asked.from === 'ends') return 'Which promise does this keep?';
  return asked.column === null
    ? 'What keeps this promise?'
    : `${columnTitles[asked.column]}: what keeps this promise?`;
}

type Asked<From extends LinkRequest['from']> = Omit<LinkDialogProps, 'asked'> & {
  asked: Extract<LinkRequest, { from: From }>;
};

function FindEnd({ asked, thread, onLink, onClose }: Asked<'promise'>) {
  const { promise, column, instead } = asked;
  const row = [...thread.rows, ...thread.gone].find((known) => known.promise.id === promise.id);
  const linked = new Set(row ? Object.values(row.chain).flat().map(endKey) : []);
  const ends = thread.ends.list.filter(
    (end) => (column === null || end.column === column) && !linked.has(endKey(end)),
  );
  const find = (query: string): (FoundItem & { end: ThreadEnd })[] =>
    searchEnds(ends, query, longestList).map((end) => ({
      key: endKey(end),
      words: end.words,
      note: end.note,
      end,
    }));
  return (
    <SearchList
      label="Find it by a word"
      none={
        ends.length === 0
          ? 'Nothing of this kind is written yet that is not linked.'
          : 'Nothing begins with these words.'
      }
      find={find}
      onChoose={({ end }) => {
        onLink(promise, end, instead);
        onClose();
      }}
    />
  );
}

function FindPromise({ asked, thread, onLink, onClose }: Asked<'ends'>) {
  const { ends } = asked;
  const [key, setKey] = useState(ends[0] ? endKey(ends[0]) : '');
  const promises = thread.rows.map(({ promise }) => promise);
  const find = (query: string): (FoundItem & { promise: ThreadPromise })[] =>
    searchPromises(promises, query).slice(0, longestList);
  return (
    <>
      {ends.length > 1 && (
        <NativeSelect
          label="Which part of it"
          className={classes.which ?? ''}
          value={key}
          onChange={({ currentTarget }) => setKey(currentTarget.value)}
          data={ends.map((end) => ({ value: endKey(end), label: end.words }))}
        />
      )}
      <SearchList
        label="Find the promise by a word"
        none="No promise has these words."
        find={find}
        onChoose={({ promise }) => {
          const end = ends.find((known) => endKey(known) === key);
          if (end) onLink(promise, end, null);
          onClose();
        }}
      />
    </>
  );
}
