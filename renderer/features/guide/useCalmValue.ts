import { type RefObject, useEffect, useState } from 'react';

/** Follows `value`, but holds the last one while the pointer or the focus is on the element that shows it. */
export function useCalmValue(value: string, element: RefObject<HTMLElement | null>): string {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    const node = element.current;
    const isBusy = () => node !== null && (node.matches(':hover') || node.contains(document.activeElement));
    const show = () => {
      if (!isBusy()) setShown(value);
    };
    show();
    node?.addEventListener('pointerleave', show);
    node?.addEventListener('focusout', show);
    return () => {
      node?.removeEventListener('pointerleave', show);
      node?.removeEventListener('focusout', show);
    };
  }, [value, element]);
  return shown;
}
