/** What came along with a text, as a sentence; '' where nothing did. */
export function reviewLine({ comments, suggestions }: { comments: number; suggestions: number }): string {
  const named = [counted(comments, 'remark'), counted(suggestions, 'suggested change')].filter(Boolean);
  return named.length === 0 ? '' : `${named.join(' and ')} came along, to look at in the text.`;
}

const counted = (count: number, name: string) =>
  count === 0 ? '' : `${count} ${name}${count === 1 ? '' : 's'}`;
