/** "1 remark", "2 remarks", "no remarks". */
export const plural = (count: number, thing: string): string =>
  `${count === 0 ? 'no' : count} ${thing}${count === 1 ? '' : 's'}`;
