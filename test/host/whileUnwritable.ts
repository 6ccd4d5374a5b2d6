import { execFileSync } from 'node:child_process';

/** Runs work while this process may read a folder but not write in it; root becomes nobody for that time. */
export async function whileUnwritable(folder: string, work: () => Promise<unknown>): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  execFileSync('chmod', ['-R', isRoot ? 'a+rX' : 'a-w', folder]);
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    execFileSync('chmod', ['-R', 'u+w', folder]);
  }
}
