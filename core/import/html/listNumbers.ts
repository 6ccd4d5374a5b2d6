import type { Element } from 'hast';
import { isElement, textProperty } from './htmlTree';
import { markPrefix } from './markPrefix';

/** Name of a mark that says with which number the item of a list begins that it stands in. */
export const numberMark = (number: number): string => `number-${number}`;

const named = new RegExp(`^${markPrefix}number-(\\d{1,6})$`, 'u');
const numberOf = (element: Element): string | undefined => named.exec(textProperty(element, 'id'))?.[1];

/** A list begins with the number that is marked in its first item; the marks are taken out. */
export function takeNumber(list: Element): void {
  const items = list.children.filter(isElement).filter(({ tagName }) => tagName === 'li');
  for (const [index, item] of items.entries()) {
    const mark = item.children.filter(isElement).find((child) => numberOf(child) !== undefined);
    if (mark && index === 0) list.properties.start = Number(numberOf(mark));
    item.children = item.children.filter((child) => child !== mark);
  }
}
