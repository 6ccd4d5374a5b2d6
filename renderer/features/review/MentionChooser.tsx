import classes from './Review.module.css';

interface MentionChooserProps {
  id: string;
  names: readonly string[];
  chosen: number;
  onChoose: (name: string) => void;
}

/** People whose names begin as typed. The field keeps the focus, and says which one is chosen. */
export function MentionChooser({ id, names, chosen, onChoose }: MentionChooserProps) {
  return (
    <div className={classes.people} id={id} role="listbox" aria-label="People to mention">
      {names.map((name, index) => (
        <div
          key={name}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          tabIndex={-1}
          // A press would take the focus out of the field.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(name);
          }}
        >
          {name}
        </div>
      ))}
    </div>
  );
}
