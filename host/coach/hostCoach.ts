import type { Handlers } from '../../core/api/dispatch';
import { localDay } from '../clock/localDay';
import type { OpenNarratives } from '../narratives/openNarratives';
import type { HostPorts } from '../ports';
import { checkNarrative } from './checkNarrative';
import { changeCoachSettings } from './coachSettings';
import { createGrammar } from './grammar';
import { loadCoach } from './loadCoach';

interface HostCoachOptions {
  templates: string;
  workers: URL | string;
  library: string;
  narratives: Pick<OpenNarratives, 'peek'>;
  ports: Pick<HostPorts, 'now'>;
  report: (thrown: unknown) => void;
}

/** What the coach asks about stored narratives, and what a library settles about it. */
export function createHostCoach({
  templates,
  workers,
  library,
  narratives,
  ports,
  report,
}: HostCoachOptions) {
  const grammar = createGrammar({ workers, report });
  const load = () => loadCoach(templates, library);
  const handlers = {
    'coach.read': load,
    'coach.update': async (patch) => {
      await changeCoachSettings(library, patch);
      return load();
    },
    'narratives.check': async ({ id }) =>
      checkNarrative(await narratives.peek(id), await load(), localDay(ports.now())).findings,
    'narratives.grammar': async ({ id, part }) => {
      const { settings } = await load();
      if (!settings.grammar) return [];
      const { content, meta } = await narratives.peek(id);
      const { dictionary } = settings;
      return grammar.check(content.parts[part], { part, dictionary, language: meta.language });
    },
  } satisfies Partial<Handlers>;
  return { handlers, close: grammar.close };
}
