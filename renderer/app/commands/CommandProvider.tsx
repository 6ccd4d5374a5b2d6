import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { type CommandId, isCommandId } from '../../../core/commands/commands';
import { useConnection } from '../../client/ConnectionProvider';
import { readCaret } from '../../editor/readCaret';
import { commandOfKey, type KeyPlatform } from './keys';

type Handler = () => void;

/** Who answers which command right now. The one mounted last answers; under it the others wait. */
class CommandRegistry {
  #handlers = new Map<CommandId, Handler[]>();
  #listeners = new Set<() => void>();
  #available: readonly CommandId[] = [];
  #holds = 0;

  /** A place of its own to answer a command from: called with a handler it answers, with null it does not. */
  place(id: CommandId): (handler: Handler | null) => void {
    let latest: Handler | null = null;
    const run = () => latest?.();
    return (handler) => {
      const changes = (latest === null) !== (handler === null);
      latest = handler;
      if (!changes) return;
      const others = (this.#handlers.get(id) ?? []).filter((other) => other !== run);
      this.#handlers.set(id, handler ? [...others, run] : others);
      this.#changed();
    };
  }

  /** Nothing is answered until the returned function is called. */
  hold(): () => void {
    this.#holds += 1;
    return () => {
      this.#holds -= 1;
    };
  }

  /** True when somebody answered. */
  run(id: CommandId): boolean {
    const handler = this.#handlers.get(id)?.at(-1);
    if (!handler || this.#holds > 0) return false;
    readCaret();
    handler();
    return true;
  }

  readonly available = (): readonly CommandId[] => this.#available;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  #changed(): void {
    this.#available = [...this.#handlers].flatMap(([id, { length }]) => (length > 0 ? [id] : []));
    for (const listener of this.#listeners) listener();
  }
}

const CommandContext = createContext<{ registry: CommandRegistry; platform: KeyPlatform } | null>(null);

/** Runs commands from keys and native menus with the handlers that the screens inside it register. */
export function CommandProvider(props: { platform: KeyPlatform; children: ReactNode }) {
  const registry = useMemo(() => new CommandRegistry(), []);
  const { mac, desktop } = props.platform;
  const value = useMemo(() => ({ registry, platform: { mac, desktop } }), [registry, mac, desktop]);
  const { onEvent } = useConnection();

  useEffect(
    () => onEvent('menu.command', ({ command }) => void (isCommandId(command) && registry.run(command))),
    [onEvent, registry],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const id = commandOfKey(event, { mac, desktop });
      if (id && registry.run(id)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [registry, mac, desktop]);

  return <CommandContext value={value}>{props.children}</CommandContext>;
}

function useCommands() {
  const commands = useContext(CommandContext);
  if (!commands) throw new Error('Commands need a CommandProvider around them');
  return commands;
}

/** Answers a command while the component is mounted; a null handler leaves it unanswered. */
export function useCommand(id: CommandId, handler: Handler | null): void {
  const { registry } = useCommands();
  const answer = useMemo(() => registry.place(id), [registry, id]);
  // After every drawing, not only when there is another answer: React has been seen to leave such an effect out.
  useEffect(() => answer(handler));
  useEffect(() => () => answer(null), [answer]);
}

/** While the component is mounted, no command is answered: it covers the window, which native menus cannot know. */
export function useHeldCommands(): void {
  const { registry } = useCommands();
  useLayoutEffect(() => registry.hold(), [registry]);
}

/** Runs a command from code, such as a button that has the same meaning. */
export function useRunCommand(): (id: CommandId) => void {
  const { registry } = useCommands();
  return useMemo(() => (id: CommandId) => void registry.run(id), [registry]);
}

/** The commands somebody answers at the moment. */
export function useAvailableCommands(): readonly CommandId[] {
  const { registry } = useCommands();
  return useSyncExternalStore(registry.subscribe, registry.available);
}

/** How keys are written and taken here. */
export function useKeyPlatform(): KeyPlatform {
  return useCommands().platform;
}
