import { reactionNames } from '../../core/review/excitement/questions';
import { button, type Child, element } from '../dom/element';
import type { Remark, Suggestion } from './readRemarks';
import { shownText } from './suggestLine';

interface CardActs {
  change: () => void;
  remove: () => void;
}

/** What the reader said, as it stands under its paragraph. */
export function remarkCard(remark: Remark, { change, remove }: CardActs): HTMLElement {
  const about = remark.quote === '' ? '' : ` on “${shortened(remark.quote)}”`;
  const name = `${remarkName(remark)}${about}`;
  return element('div', { class: `card ${lookOf(remark)}`, role: 'group', 'aria-label': name }, [
    element('p', { class: 'card-name' }, [name]),
    ...said(remark),
    element('div', { class: 'acts' }, [
      button({ label: 'Change', onPress: change, look: 'link', name: `Change: ${name}` }),
      button({ label: 'Remove', onPress: remove, look: 'link', name: `Remove: ${name}` }),
    ]),
  ]);
}

/** How the words that a remark is about are drawn. */
export function lookOf(remark: Remark): string {
  if (remark.kind === 'comment') return 'commented';
  return remark.kind === 'reaction' ? remark.reaction : 'suggested';
}

export const shortened = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line;
};

function remarkName(remark: Remark): string {
  if (remark.kind === 'comment') return 'Your comment';
  return remark.kind === 'reaction' ? reactionNames[remark.reaction].button : 'Your suggestion';
}

function said(remark: Remark): Child[] {
  switch (remark.kind) {
    case 'comment':
      return [element('p', { class: 'said', dir: 'auto' }, [remark.record.text])];
    case 'reaction':
      return remark.note === '' ? [] : [element('p', { class: 'said', dir: 'auto' }, [remark.note])];
    case 'suggestion':
      return remark.records.map(drawChange);
  }
}

/** The change between the words around it. */
function drawChange({ anchor, change }: Suggestion): HTMLElement {
  const words = (nodes: readonly Parameters<typeof shownText>[0][]) => nodes.map(shownText).join('');
  const was = change.kind === 'words' ? words(change.was) : '';
  const now = change.kind === 'words' ? words(change.now) : '';
  return element('p', { class: 'said', dir: 'auto' }, [
    `…${wordsBefore(anchor.before)}`,
    was === '' ? null : element('del', {}, [element('span', { class: 'unseen' }, ['taken out: ']), was]),
    was === '' || now === '' ? null : ' ',
    now === '' ? null : element('ins', {}, [element('span', { class: 'unseen' }, ['put in: ']), now]),
    `${wordsAfter(anchor.after)}…`,
  ]);
}

/** What stands before or after in the same line, without the word that the anchor's limit cut through. */
const wordsBefore = (words: string): string => {
  const line = words.split('\n').at(-1) ?? '';
  return line === words ? line.replace(/^\S*\s/u, '') : line;
};
const wordsAfter = (words: string): string => {
  const line = words.split('\n')[0] ?? '';
  return line === words ? line.replace(/\s\S*$/u, '') : line;
};
