import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program in the repository's root and resolves with its exit code; null when it was ended by a signal
 * or by the time limit. Rejects when it cannot be started.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, timeoutMs?: number }} [options]
 * @returns {Promise<number | null>}
 */
export function run(program, args, { env = process.env, quiet = false, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: quiet ? 'ignore' : ['inherit', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && program === 'npm',
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

/**
 * Runs this Node with a script of the repository.
 *
 * @param {string} script
 * @param {string[]} [args]
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, timeoutMs?: number }} [options]
 */
export function runNode(script, args = [], options = {}) {
  return run(process.execPath, [script, ...args], options);
}
