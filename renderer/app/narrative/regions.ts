const focusable =
  'a[href], button:not([disabled]), input, select, textarea, [contenteditable="true"], [tabindex="0"]';

/** Moves the focus to the next region of the window, round and round. Regions carry `data-region`. */
export function focusNextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown);
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  for (let step = 1; step <= regions.length; step += 1) {
    const region = regions[(current + step) % regions.length];
    const target = region && firstFocusable(region);
    if (target) {
      target.focus();
      return;
    }
  }
}

function firstFocusable(region: HTMLElement): HTMLElement | undefined {
  const preferred = region.querySelector<HTMLElement>('[aria-current="step"], .ProseMirror');
  return preferred ?? [...region.querySelectorAll<HTMLElement>(focusable)].find(isShown);
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}
