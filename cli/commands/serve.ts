import { DatelineError } from '../../core/api/errors';
import { startHost } from '../../host/host';
import { type LocalServer, startLocalServer } from '../../server/local/localServer';
import { openBrowser } from '../../server/local/openBrowser';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { listening } from '../listening';
import { stopAsked } from '../stopSignal';
import { hostOptions } from '../withHost';

export interface ServeOptions {
  port: number;
  open: boolean;
}

/** Serves the app to this machine's browsers until it is stopped; a second start only opens the first again. */
export async function runServe(context: CommandContext, { port, open }: ServeOptions): Promise<ExitCode> {
  let server: LocalServer | null = null;
  const start = await startHost({
    ...hostOptions(context),
    onHandOver: async ({ files }, host) => {
      for (const file of files) await host.openFile(file);
      return server ? { url: server.newLink() } : {};
    },
  });
  if (!start.owner) return showOther(context, await start.handOver({ files: [], options: {} }), open);
  const { host } = start;
  const stopping = stopAsked();
  try {
    server = await listening(
      port,
      startLocalServer({ host, staticFolder: context.surroundings.renderer, port }),
    );
    await show(context, server.url, open);
    await stopping;
  } finally {
    await server?.close();
    await host.close();
  }
  return exitCodes.fine;
}

async function showOther(
  context: CommandContext,
  answer: Record<string, string>,
  open: boolean,
): Promise<ExitCode> {
  if (answer.url === undefined) {
    throw new DatelineError(
      'library-busy',
      'This library is open in another Dateline window.',
      'Go on there, or close it first.',
    );
  }
  await show(context, answer.url, open);
  return exitCodes.fine;
}

async function show({ output }: CommandContext, url: string, open: boolean): Promise<void> {
  output.result({ url }, [`Dateline is ready at ${url}`]);
  if (open && !(await openBrowser(url)))
    output.note('No browser could be opened here. Open the link yourself.');
}
