import { useQuery } from '@tanstack/react-query';
import type { GrammarFinding } from '../../../core/api/shapes';
import type { CoachSetup } from '../../../core/coach/coachSetup';
import type { PartKey } from '../../../core/narrative/parts';
import { useConnection } from '../../client/ConnectionProvider';
import type { OpenSession } from '../../editor/session/openSession';
import { useRestedSave } from '../../editor/session/useRestedSave';

const none: readonly GrammarFinding[] = [];

/** Doubts about the saved words of a part, read again after each save that is followed by a pause; none while grammar is switched off. */
export function useGrammar(
  session: OpenSession,
  part: PartKey,
  setup: CoachSetup | undefined,
): readonly GrammarFinding[] {
  const { call } = useConnection();
  const savedAt = useRestedSave(session);
  const dictionary = setup?.settings.dictionary.join('\n') ?? '';
  const { data } = useQuery({
    queryKey: ['narratives.grammar', session.id, part, savedAt, dictionary],
    queryFn: () => call('narratives.grammar', { id: session.id, part }),
    enabled: (setup?.settings.grammar ?? false) && savedAt !== '',
    placeholderData: (known, query) => (query?.queryKey[2] === part ? known : undefined),
    gcTime: 0,
  });
  return data ?? none;
}
