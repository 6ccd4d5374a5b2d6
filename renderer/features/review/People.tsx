import { createContext, type ReactNode, use } from 'react';
import { readMentions } from '../../../core/review/people/mentions';
import classes from './Review.module.css';

/** Names of the people whom a remark can mention. */
export const People = createContext<readonly string[]>([]);

/** What somebody said, with the names of those they mention marked. */
export function WithMentions({ text }: { text: string }) {
  const people = use(People);
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of readMentions(text, people)) {
    pieces.push(text.slice(at, from));
    pieces.push(
      <b key={from} className={classes.mention}>
        {text.slice(from, to)}
      </b>,
    );
    at = to;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}
