import classes from './Frame.module.css';

const targets = [
  { id: 'narrative-text', label: 'Skip to the text' },
  { id: 'narrative-steps', label: 'Skip to the steps' },
  { id: 'narrative-panel', label: 'Skip to the guide' },
] as const;

/** First stops of the keyboard; seen only while they have the focus. The address keeps naming the screen. */
export function SkipLinks() {
  return (
    <div className={classes.skip}>
      {targets.map(({ id, label }) => (
        <button key={id} type="button" onClick={() => goTo(id)}>
          {label}
        </button>
      ))}
    </div>
  );
}

function goTo(id: string): void {
  const region = document.getElementById(id);
  const target = region?.querySelector<HTMLElement>('.ProseMirror, a[aria-current], [role="tab"]') ?? region;
  target?.focus();
}
