import type { Output } from './output';
import type { Surroundings } from './surroundings';

/** What every command is given besides its own options. */
export interface CommandContext {
  /** The library folder, absolute; it may not exist yet. */
  library: string;
  isJson: boolean;
  output: Output;
  surroundings: Surroundings;
}
