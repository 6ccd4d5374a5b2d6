/** What came along with a text, as a sentence; '' where nothing did. */
export function reviewLine({ comments, suggestions }: { comments: number; suggestions: number }): string {
  const named = [counted(comments, 'remark'), counted(suggestions, 'suggested change')].filter(Boolean);
  return named.length === 0 ? '' : `${named.join(' and ')} came along, to look at in the text.`;
}

/** What a copy that came back brought to review, as a sentence. */
export function returnedLine(review: { comments: number; suggestions: number; known: number }): string {
  const named = [counted(review.suggestions, 'change'), counted(review.comments, 'remark')].filter(Boolean);
  if (named.length > 0) return `Came back as ${named.join(' and ')} to review.`;
  return review.known === 0
    ? 'Came back as it was sent: there is nothing to review.'
    : 'Came back again: all that it says was here already.';
}

const counted = (count: number, name: string) =>
  count === 0 ? '' : `${count} ${name}${count === 1 ? '' : 's'}`;
