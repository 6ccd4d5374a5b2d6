import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { CommandId } from '../../../core/commands/commands';
import { type CommandDefinition, commands } from '../../../core/commands/commands';
import type { NarrativeId } from '../../../core/narrative/meta';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { useOperation } from '../../client/useOperation';
import classes from './CommandPalette.module.css';
import { fits } from './fits';

const [paletteStore, palette] = createSpotlight();

/** Opens the palette from anywhere. */
export const openPalette = palette.open;

export interface PaletteCommand {
  id: CommandId;
  /** How its key is written, or '' where it has none. */
  keys: string;
}

interface CommandPaletteProps {
  /** Only what somebody answers at the moment. */
  commands: PaletteCommand[];
  onRun: (id: CommandId) => void;
  onOpen: (id: NarrativeId, part?: PartKey) => void;
}

/** Find or do anything: commands, narratives by name, and places by their words. */
export function CommandPalette(props: CommandPaletteProps) {
  const [query, setQuery] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  // It stands and listens at once: what is typed right after its key is meant for it, not for the text behind.
  const takeOver = () => {
    setIsOpen(true);
    search.current?.focus({ preventScroll: true });
  };
  // A command is about the text or the window, never about this field.
  const run = (id: CommandId) => {
    search.current?.blur();
    props.onRun(id);
  };
  const found = props.commands.filter(({ id }) => fits(query, soughtWords(commands[id])));
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={takeOver}
      onSpotlightClose={() => setIsOpen(false)}
      // The key is in the command table with all others.
      shortcut={null}
      scrollable
      maxHeight={440}
      centered={false}
      yOffset="14vh"
      transitionProps={{ duration: 0 }}
      overlayProps={{ color: 'var(--dl-veil)', backgroundOpacity: 1, blur: 0 }}
      classNames={{ content: classes.palette }}
      attributes={{ content: { 'aria-label': 'Find or do anything' } }}
    >
      <Spotlight.Search
        ref={search}
        classNames={{ input: classes.search }}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
        placeholder="Find or do anything"
        aria-label="Find or do anything"
      />
      <Spotlight.ActionsList>
        {found.length > 0 && (
          <Spotlight.ActionsGroup label="Do" classNames={{ actionsGroup: classes.group }}>
            {found.map(({ id, keys }) => (
              <PaletteRow key={id} label={commands[id].title} keys={keys} onPick={() => run(id)} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {isOpen && <NarrativeRows query={query} onOpen={props.onOpen} />}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

const soughtWords = ({ title, alsoCalled = '' }: CommandDefinition) => `${title} ${alsoCalled}`;

const rowsAtMost = 8;
/** Characters shown before a match, so that the match itself is in sight. */
const shortBefore = 16;

function NarrativeRows({ query, onOpen }: { query: string } & Pick<CommandPaletteProps, 'onOpen'>) {
  const [calmQuery] = useDebouncedValue(query.trim(), 120);
  const recent = useOperation('library.list', { stage: 'all', sort: 'edited', offset: 0, limit: 60 });
  const search = useOperation(
    'library.search',
    { query: calmQuery, limit: rowsAtMost },
    { enabled: calmQuery.length > 1, keepPrevious: true },
  );
  const named = (recent.data?.items ?? []).filter(({ heading }) => fits(query, heading)).slice(0, rowsAtMost);
  const hits = calmQuery.length > 1 && query !== '' ? (search.data?.hits ?? []) : [];
  // Words are found after they were typed. Enter takes the first row then, too.
  useEffect(() => {
    if (query !== '' && named.length + hits.length > 0) selectFirst();
  }, [query, named.length, hits.length]);
  return (
    <>
      {named.length > 0 && (
        <Spotlight.ActionsGroup label="Narratives" classNames={{ actionsGroup: classes.group }}>
          {named.map(({ meta, heading }) => (
            <PaletteRow key={meta.id} label={heading} onPick={() => onOpen(meta.id)} />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {hits.length > 0 && (
        <Spotlight.ActionsGroup label="Words" classNames={{ actionsGroup: classes.group }}>
          {hits.map(({ id, part, before, match, after, heading }) => (
            // A part is found once; its row stays, and stays selected, while the words asked for grow.
            <PaletteRow
              key={`${id}-${part}`}
              label={`…${before.slice(-shortBefore)}${match}${after}`}
              aside={`${partDefinitions[part].title}: ${heading}`}
              onPick={() => onOpen(id, part)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
    </>
  );
}

/** Selects the first row while none is, in the way Spotlight does when letters are typed. */
function selectFirst(): void {
  const list = document.getElementById(paletteStore.getState().listId);
  if (list?.querySelector('[data-selected]')) return;
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  paletteStore.updateState((state) => ({ ...state, selected: 0 }));
}

interface PaletteRowProps {
  label: string;
  keys?: string;
  aside?: string;
  onPick: () => void;
}

function PaletteRow({ label, keys = '', aside = '', onPick }: PaletteRowProps) {
  return (
    <Spotlight.Action className={classes.action} onClick={onPick}>
      <span className={classes.row}>
        <span className={classes.label}>{label}</span>
        {aside !== '' && <span className={classes.aside}>{aside}</span>}
        {keys !== '' && <kbd>{keys}</kbd>}
      </span>
    </Spotlight.Action>
  );
}
