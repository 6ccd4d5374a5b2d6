import { readFile } from 'node:fs/promises';
import { createClient } from '../../core/api/client';
import { DatelineError } from '../../core/api/errors';
import type { NarrativeId } from '../../core/narrative/meta';
import { type PartKey, partKeys } from '../../core/narrative/parts';
import { isBlank } from '../../core/narrative/plainText';
import { knownRecords } from '../../core/review/knownRecords';
import { isUsual } from '../../core/review/packet/packetOrder';
import { byTime } from '../../core/review/readThreads';
import { modelPrompts } from '../../core/review/records/modelChecks';
import { writeBeside } from '../../host/exports/writeBeside';
import { openReadOnly } from '../../host/library/readOnlyLibrary';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { noNarrative } from '../noNarrative';
import { UsageError } from '../usageError';
import { withHost } from '../withHost';
import { isFolder } from './export';

export interface PacketCommandOptions {
  id: string;
  readers: readonly string[];
  /** One packet for all customers instead. */
  customers: boolean;
  out: string;
  /** Undefined for the usual ones in which something stands. */
  parts: PartKey[] | undefined;
  /** File whose first line is the passphrase. */
  passphraseFile: string | undefined;
  note: string;
  returnBy: string;
}

/** Makes packets of a narrative and writes them into a folder; nothing that is there is replaced. */
export async function runPacket(context: CommandContext, options: PacketCommandOptions): Promise<ExitCode> {
  if (options.customers === options.readers.length > 0)
    throw new UsageError('Name readers with --reader, or use --customers: one packet is for either of them.');
  if (!(await isFolder(options.out)))
    throw new DatelineError(
      'not-found',
      `There is no folder "${options.out}".`,
      'Make it, or name another one.',
    );
  const passphrase = await readPassphrase(options.passphraseFile);
  const library = await openReadOnly(context.library);
  const id = await library.find(options.id);
  if (id === null) throw noNarrative(options.id);
  const made = await make(context, id, { ...options, passphrase });
  context.output.result(
    { id, packets: made },
    made.map(({ path }) => path),
  );
  return exitCodes.fine;
}

async function make(
  context: CommandContext,
  id: NarrativeId,
  {
    readers,
    customers,
    out,
    parts,
    passphrase,
    note,
    returnBy,
  }: PacketCommandOptions & { passphrase: string },
) {
  return withHost(context, async ({ dispatch }) => {
    const call = createClient(dispatch);
    const { packets } = await call('packets.make', {
      ...{ id, readers: [...readers], passphrase, note, returnBy },
      purpose: customers ? 'customers' : 'review',
      parts: parts ?? (await writtenParts(context, id)),
      asks: { comments: true, suggestions: true, signOff: true, modelPrompts: [...modelPrompts] },
      excitementTest: customers ? await newestTest(context, id) : '',
    });
    const made: { packet: string; reader: string; path: string }[] = [];
    for (const { packet, reader, fileName, data } of packets)
      made.push({
        packet,
        reader,
        path: await writeBeside(out, fileName, Buffer.from(data ?? '', 'base64')),
      });
    return made;
  });
}

async function writtenParts(context: CommandContext, id: NarrativeId): Promise<PartKey[]> {
  const { content } = await (await openReadOnly(context.library)).read(id);
  return partKeys.filter((part) => isUsual(part) && !isBlank(content.parts[part]));
}

async function newestTest(context: CommandContext, id: NarrativeId): Promise<string> {
  const { review } = await (await openReadOnly(context.library)).read(id);
  const tests = knownRecords(review).filter(({ kind }) => kind === 'excitementTest');
  return tests.sort(byTime).at(-1)?.id ?? '';
}

/** Out of a file, since what stands on a command line is seen by others on the same machine. */
async function readPassphrase(path: string | undefined): Promise<string> {
  if (path === undefined) return '';
  const text = await readFile(path, 'utf8').catch(() => {
    throw new DatelineError(
      'not-found',
      `There is no file "${path}".`,
      'Name a file whose first line is the passphrase.',
    );
  });
  const [line = ''] = text.split(/\r?\n/u);
  if (line.trim() === '')
    throw new DatelineError(
      'bad-request',
      `The first line of "${path}" is empty. No packet was made.`,
      'Write the passphrase there.',
    );
  return line;
}
