import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { bundledCli } from '../workers';

export interface CliAnswer {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Standard output as JSON. */
  json: () => unknown;
}

interface CliOptions {
  environment?: Record<string, string>;
  cwd?: string;
}

/** Runs the bundled command line in a process of its own. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliAnswer> {
  const child = await startCli(args, options);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout: stdout(), stderr: stderr(), json: () => JSON.parse(stdout()) as unknown };
}

/** Starts it and lets it run; it is killed after the test if it still does. */
export async function startCli(args: readonly string[], options: CliOptions = {}): Promise<ChildProcess> {
  const cli = await bundledCli();
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CI: '1', ...options.environment },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Resolves with the first whole line that a process prints. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (data: Buffer) => {
      text += data.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
    child.once('close', (code) =>
      reject(new Error(`It ended with ${code} before it said anything: ${text}`)),
    );
  });
}

function collect(stream: ChildProcess['stdout']): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
