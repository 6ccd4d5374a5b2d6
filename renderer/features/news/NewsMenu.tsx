import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { partDefinitions } from '../../../core/narrative/parts';
import type { NewsItem } from '../../../core/team/readNews';
import { nearTime } from '../../ui/dates';
import classes from './News.module.css';

/** Older things are found in the review itself. */
const shownAtMost = 30;

export interface NewsMenuProps {
  /** Newest first. */
  news: readonly NewsItem[];
  /** Ids of those that were not looked at yet. */
  unread: ReadonlySet<string>;
  onSeen: () => void;
  onOpen: (item: NewsItem) => void;
}

/** What somebody should know of since they last looked. */
export function NewsMenu({ news, unread, onSeen, onOpen }: NewsMenuProps) {
  const [isOpen, setOpen] = useState(false);
  // What was new when the list was opened stays marked while it is looked at.
  const [fresh, setFresh] = useState(unread);
  const change = (next: boolean) => {
    if (next) {
      setFresh(unread);
      onSeen();
    }
    setOpen(next);
  };
  const label = unread.size === 0 ? 'News: nothing new' : `News: ${unread.size} new`;
  return (
    <Popover opened={isOpen} onChange={change} position="bottom-end" width={360} trapFocus returnFocus>
      <Indicator label={unread.size} size={16} disabled={unread.size === 0} offset={5}>
        <Popover.Target>
          <ActionIcon variant="subtle" aria-label={label} onClick={() => change(!isOpen)}>
            <IconBell size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown className={classes.list} aria-label="News">
        {news.length === 0 && (
          <p className={classes.none}>
            Nothing yet. Here you will find who mentioned or answered you, and when the team meets.
          </p>
        )}
        <ol>
          {news.slice(0, shownAtMost).map((item) => (
            <li key={item.id} data-new={fresh.has(item.id) || undefined}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  onOpen(item);
                }}
              >
                <NewsLine item={item} />
              </button>
            </li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  );
}

const acts: Readonly<Record<NewsItem['kind'], string>> = {
  mention: 'mentioned you',
  reply: 'answered',
  suggestion: 'suggests a change',
  meeting: 'began a meeting',
  decision: 'wrote down a decision',
};

function NewsLine({ item }: { item: NewsItem }) {
  const { kind, by, part, text, at } = item;
  const where = part === null ? '' : ` in ${partDefinitions[part].title}`;
  return (
    <>
      <span>
        <b>{by}</b> {acts[kind]}
        {where}
      </span>
      {text !== '' && <span className={classes.said}>{text}</span>}
      <time dateTime={at}>{nearTime(new Date(at), new Date())}</time>
    </>
  );
}
