import { parseArgs } from 'node:util';
import { ensureBuild } from './setup/ensureBuild.mjs';
import { ensureDependencies } from './setup/ensureDependencies.mjs';
import { ensureElectron, runElectron } from './setup/ensureElectron.mjs';
import { runNode } from './setup/run.mjs';
import { say } from './setup/say.mjs';

const help = `npm start -- [options]
  --browser      open in the browser instead of the desktop window
  --no-open      start, and only print the link
  --library DIR  the folder that holds the narratives
  --port N       the port of the browser shell (default: a free one)`;

/** @returns {{ browser: boolean, open: boolean, pass: string[] }} */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'boolean', default: false },
        open: { type: 'boolean', default: true },
        library: { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowNegative: true,
    });
    if (values.help) {
      say(help);
      process.exit(0);
    }
    const pass = [
      ...(values.library === undefined ? [] : ['--library', values.library]),
      ...(values.port === undefined ? [] : ['--port', values.port]),
    ];
    return { browser: values.browser, open: values.open, pass };
  } catch (error) {
    say(`${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exit(2);
  }
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const { browser, open, pass } = readArguments();
await ensureDependencies();
await ensureBuild();
process.exit((await startApp()) ?? 0);

async function startApp() {
  if (!browser && open && hasDisplay()) {
    const electron = await ensureElectron();
    if ('executable' in electron) return runElectron(electron.executable, pass);
    say(`Opening in the browser: ${electron.reason}. Everything works there too.`);
  } else if (!browser && open) {
    say('There is no display here, so this only prints the link.');
  }
  return runNode('build/dateline.mjs', ['serve', ...pass, ...(open && hasDisplay() ? [] : ['--no-open'])]);
}
