import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import { z } from 'zod';
import { DatelineError } from '../core/api/errors';
import { type ExitCode, exitCodes } from './exitCodes';
import { createProgram } from './program';
import type { Surroundings } from './surroundings';
import { UsageError } from './usageError';

/** Bundled as dist/node/cli.js, so the installation is two folders up. */
const root = new URL('../../', import.meta.url);

await main();

async function main(): Promise<void> {
  let exitCode: ExitCode = exitCodes.fine;
  try {
    await createProgram(findSurroundings(), (code) => {
      exitCode = code;
    }).parseAsync();
  } catch (thrown) {
    exitCode = tell(thrown);
  }
  // Left to end by itself, so that what was printed into a pipe arrives whole.
  process.exitCode = exitCode;
}

function findSurroundings(): Surroundings {
  const here = (path: string) => fileURLToPath(new URL(path, root));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(here('package.json'), 'utf8')));
  return {
    version,
    templates: here('templates'),
    workers: fileURLToPath(new URL('.', import.meta.url)),
    packetPage: here('dist/packet'),
    renderer: here('dist/renderer'),
    environment: process.env,
  };
}

/** Says what went wrong, without traces, and answers the exit code that stands for it. */
function tell(thrown: unknown): ExitCode {
  if (thrown instanceof CommanderError) {
    // Commander has said it; its own codes are 0 for help and 1 for wrong usage.
    return thrown.exitCode === 0 ? exitCodes.fine : exitCodes.wrongUsage;
  }
  if (thrown instanceof UsageError) return say(thrown.message, exitCodes.wrongUsage);
  if (thrown instanceof DatelineError && thrown.code !== 'internal') {
    return say([thrown.message, thrown.next ?? ''].join(' ').trim(), exitCodes.refused);
  }
  return say('Something in Dateline went wrong. Nothing that was saved is lost.', exitCodes.fault);
}

function say(sentence: string, code: ExitCode): ExitCode {
  process.stderr.write(`${sentence}\n`);
  return code;
}
