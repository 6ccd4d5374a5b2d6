import type { KeepState } from '../answer/keeping';

const time = (at: Date): string => at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Where the reader's words are, in one sentence that is true. */
export function tellKept(state: KeepState): string {
  switch (state.kind) {
    case 'nothing':
      return state.canKeep ? 'Kept in this browser as you write' : cannotKeep;
    case 'writing':
      return 'Keeping…';
    case 'kept':
      return `Kept in this browser ${time(state.at)}`;
    case 'saved':
      return `Answer saved ${time(state.at)}`;
    case 'unkept':
      return cannotKeep;
  }
}

const cannotKeep = 'This browser cannot keep it: save your answer before you close';
