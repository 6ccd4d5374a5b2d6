import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is asked about a PDF, and the tool that answers, with what it is given besides the file. */
const questions = {
  text: ['pdftotext', ['-'], []],
  /** Text with the place of each word. */
  places: ['pdftotext', ['-'], ['-bbox']],
  info: ['pdfinfo', [], []],
  fonts: ['pdffonts', [], []],
  check: ['qpdf', [], ['--check']],
  bookmarks: ['qpdf', [], ['--json', '--json-key=outlines']],
} as const satisfies Record<string, readonly [string, readonly string[], readonly string[]]>;

/** What a PDF tool says about the bytes. */
export function askPdf(question: keyof typeof questions, bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'dateline-pdf-')), 'narrative.pdf');
  writeFileSync(file, bytes);
  const [tool, after, before] = questions[question];
  return execFileSync(tool, [...before, file, ...after], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Whether the tools are there. They are wanted: without them, CI fails and others skip by name. */
export function hasPdfTools(): boolean {
  try {
    for (const [tool] of Object.values(questions)) {
      execFileSync(tool, [tool === 'qpdf' ? '--version' : '-v'], { stdio: 'ignore' });
    }
    return true;
  } catch {
    return false;
  }
}
