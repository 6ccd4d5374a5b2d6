import { writeSync } from 'node:fs';
import { ownLibrary } from '../../storage/libraryLock';

/* Run as a process of its own: owns a library until it is killed, or hands over to the one that does. */
const [folder = '', address] = process.argv.slice(2);
const say = (word: string, detail: unknown): void => void writeSync(1, `${word} ${JSON.stringify(detail)}\n`);
const ownership = await ownLibrary(
  folder,
  async (message) => {
    say('heard', message);
    return { url: 'http://127.0.0.1:1/' };
  },
  address,
);
if (ownership.owner) {
  say('owner', null);
  process.stdin.resume();
} else {
  say('second', await ownership.handOver({ files: ['/tmp/Ä file.md'], options: { from: 'child' } }));
}
