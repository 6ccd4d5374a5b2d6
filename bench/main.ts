import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../test/support/chromium';
import { benchBeside } from './beside';
import { benchCoach } from './coach';
import { benchDrawing } from './drawing';
import { benchExports } from './exports';
import { benchKills } from './kills';
import { benchLibrary } from './library';
import { benchPackets } from './packets';
import { benchPdf } from './pdf';
import { renderTable, type Table } from './report';
import { benchReview } from './review';
import { root } from './root';
import { benchScreens } from './screens';
import { benchStart } from './start';
import { benchThread } from './thread';
import { benchTyping } from './typing';

const short = process.argv.includes('--short');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const browser = await launchChromium();

const benches: Record<string, () => Promise<Table>> = {
  typing: () => benchTyping({ short }),
  beside: () => benchBeside({ short }),
  coach: () => benchCoach({ short }),
  library: () => benchLibrary({ short }),
  screens: () => benchScreens(browser, { short }),
  start: () => benchStart(browser, { short }),
  drawing: () => benchDrawing(browser, { short }),
  review: () => benchReview({ short }),
  packets: () => benchPackets({ short }),
  thread: () => benchThread(browser, { short }),
  pdf: () => benchPdf(browser, { short }),
  exports: () => benchExports({ short }),
  kills: () => benchKills({ short }),
};

function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GiB, Node ${process.versions.node}, Chromium ${browser.version()}`;
}

const parts = [
  '# Benchmarks',
  '',
  `Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}.`,
  'The machine is shared and noisy: read milliseconds as relative, and ratios (measured side by side in one run) first.',
  '',
];
for (const [name, bench] of Object.entries(benches)) {
  if (only !== undefined && only !== name) continue;
  process.stderr.write(`measuring ${name} …\n`);
  parts.push(renderTable(await bench()));
}
await browser.close();

const text = `${parts.join('\n').trimEnd()}\n`;
process.stdout.write(text);
if (!short && only === undefined) writeFileSync(join(root, 'docs/benchmarks.md'), text);
