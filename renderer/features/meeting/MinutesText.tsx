import type { ReactNode } from 'react';
import type { RichDoc, RichNode } from '../../../core/narrative/richText';
import classes from './Meeting.module.css';

/** Minutes as they are exported. The sheet has the title, so that their own heading is its second. */
export function MinutesText({ doc }: { doc: RichDoc }) {
  return <article className={classes.minutesText}>{childrenOf(doc)}</article>;
}

// Minutes are a fixed text: nothing in it moves or has an identity of its own.
const childrenOf = (node: RichNode): ReactNode => node.content?.map((child, index) => draw(child, index));

function draw(node: RichNode, key: number): ReactNode {
  switch (node.type) {
    case 'heading':
      return node.attrs?.level === 2 ? (
        <h2 key={key}>{childrenOf(node)}</h2>
      ) : (
        <h3 key={key}>{childrenOf(node)}</h3>
      );
    case 'bulletList':
      return <ul key={key}>{childrenOf(node)}</ul>;
    case 'listItem':
      return <li key={key}>{childrenOf(node)}</li>;
    case 'text':
      return drawText(node, key);
    default:
      return <p key={key}>{childrenOf(node)}</p>;
  }
}

function drawText({ text, marks = [] }: RichNode, key: number): ReactNode {
  if (marks.some(({ type }) => type === 'bold')) return <b key={key}>{text}</b>;
  return marks.some(({ type }) => type === 'italic') ? <i key={key}>{text}</i> : text;
}
