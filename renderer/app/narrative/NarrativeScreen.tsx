import type { NarrativeId } from '../../../core/narrative/meta';
import type { PartKey } from '../../../core/narrative/parts';
import type { Navigate } from '../routing/useRoute';

export interface NarrativeScreenProps {
  id: NarrativeId;
  /** Null: open where the writer stopped. */
  part: PartKey | null;
  section: string | undefined;
  onNavigate: Navigate;
}

/** One open narrative. */
export function NarrativeScreen(props: NarrativeScreenProps) {
  return <h1>{props.part}</h1>;
}
