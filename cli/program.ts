import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { type ExportFormat, exportLayouts } from '../core/api/shapes';
import { type PartKey, partKeys } from '../core/narrative/parts';
import type { CommandContext } from './commandContext';
import type { PrintOptions } from './commands/export';
import { progressForms } from './commands/exportProgress';
import type { ExitCode } from './exitCodes';
import { createOutput } from './output';
import { chooseLibrary, type Surroundings } from './surroundings';
import { addTeam } from './teamProgram';
import { UsageError } from './usageError';

interface CommonOptions {
  library?: string;
  json?: boolean;
}

const formats = ['pdf', 'docx', 'md', 'html', 'txt', 'dateline', 'folder'] as const;

/**
 * The commands and their options. Each command's code is loaded only when it runs, so that `--help` is quick.
 * `finish` hears the exit code of the command that ran.
 */
export function createProgram(surroundings: Surroundings, finish: (code: ExitCode) => void): Command {
  const program = new Command('dateline')
    .description('Write the launch announcement first: narratives on the command line.')
    .version(surroundings.version)
    .exitOverride();

  const addTo =
    (parent: Command): Add =>
    (usage, description) =>
      parent
        .command(usage)
        .description(description)
        .option('--library <dir>', 'folder of the library (or DATELINE_LIBRARY)')
        .option('--json', 'answer as JSON');
  const add = addTo(program);

  const run = (command: Command, work: (context: CommandContext) => Promise<ExitCode>) =>
    work(toContext(command.opts<CommonOptions>(), surroundings)).then(finish);

  addWritingCommands(add, run);
  addPacket(add, run);
  addReadingCommands(add, run);
  addExport(add, run);
  addServe(add, run);
  const team = program.command('team').description('see and change who belongs to a served team');
  addTeam(addTo(team), run);
  return program;
}

/** Adds a command with the options that all have. */
export type Add = (usage: string, description: string) => Command;
/** Runs a command's work with what it finds around it. */
export type Run = (command: Command, work: (context: CommandContext) => Promise<ExitCode>) => Promise<void>;

function toContext({ library, json }: CommonOptions, surroundings: Surroundings): CommandContext {
  const isJson = json === true;
  return {
    library: chooseLibrary(library, surroundings.environment),
    isJson,
    output: createOutput(isJson),
    surroundings,
  };
}

function addWritingCommands(add: Add, run: Run): void {
  add('new', 'begin a narrative')
    .option('--name <name>', 'product or working name')
    .option('--sample <id>', 'begin with a copy of a sample')
    .action(({ name, sample }, command) =>
      run(command, async (context) => {
        const options = {
          ...(name === undefined ? {} : { name }),
          ...(sample === undefined ? {} : { sample }),
        };
        return (await import('./commands/new')).runNew(context, options);
      }),
    );

  add('import <file>', 'read a file (.docx, .md, .html, .txt, .dateline) or a folder into a narrative')
    .option('--as-new', 'a narrative of its own, even where it is a copy of one that is here', false)
    .action((path, { asNew }, command) =>
      run(command, async (context) =>
        (await import('./commands/import')).runImport(context, { path, isNew: asNew }),
      ),
    );

  add('join <link>', 'join a team by its invitation; what it shares is kept in this library, too')
    .requiredOption('--name <name>', 'your name, as it will stand under what you write and say')
    .action((link, { name }, command) =>
      run(command, async (context) => (await import('./commands/join')).runJoin(context, { link, name })),
    );

  add('merge <id> <files...>', 'take copies of a narrative, and answers to its packets, to review')
    .option('--claimed', 'take answers that were changed after they were sealed, as merely claimed', false)
    .action((id, files, ...[{ claimed }, command]) =>
      run(command, async (context) =>
        (await import('./commands/merge')).runMerge(context, { id, files, claimed }),
      ),
    );
}

function addPacket(add: Add, run: Run): void {
  add('packet <id>', 'make review packets: one file for each reader, or one for all customers')
    .option('--reader <name...>', 'whom a packet is made for; several names make several packets')
    .option('--customers', 'one packet for customers, who answer the excitement test', false)
    .option('--out <dir>', 'folder to put them in', '.')
    .option('--parts <parts>', `parts to read, with commas: ${partKeys.join(', ')}`, parseParts)
    .option('--note <words>', 'a line to the readers', '')
    .option('--return-by <day>', 'the day by which an answer is wished for, such as 2026-12-24', parseDay, '')
    .option('--passphrase-file <file>', 'lock them with the first line of this file')
    .action((id, { reader, customers, out, parts, note, returnBy, passphraseFile }, command) =>
      run(command, async (context) =>
        (await import('./commands/packet')).runPacket(context, {
          ...{ id, readers: reader ?? [], customers, out, parts, note, returnBy, passphraseFile },
        }),
      ),
    );
}

function addReadingCommands(add: Add, run: Run): void {
  add('list', 'list the narratives of a library').action((_, command) =>
    run(command, async (context) => (await import('./commands/list')).runList(context)),
  );

  add('check', 'ask what the coach asks about a narrative or a file')
    .addArgument(fileOrId())
    .addOption(
      new Option('--level <level>', 'leave out what is less grave')
        .choices(['stop', 'fix', 'look'])
        .default('look'),
    )
    .action((name, { level }, command) =>
      run(command, async (context) =>
        (await import('./commands/check')).runCheck(context, { fileOrId: name, level }),
      ),
    );

  add('verify', 'read every file of a library and say which are damaged')
    .option('--repair', 'put right what can be', false)
    .action(({ repair }, command) =>
      run(command, async (context) => (await import('./commands/verify')).runVerify(context, { repair })),
    );
}

function addExport(add: Add, run: Run): void {
  add(
    'export',
    'write a narrative or a file as PDF, Word document, Markdown, HTML, plain text, .dateline or a folder of Markdown',
  )
    .addArgument(fileOrId().argOptional())
    .requiredOption('--to <format>', formats.join(', '), parseFormat)
    .option('--out <path>', 'file, or folder to put it in', '.')
    .option('--all', 'every narrative of the library', false)
    .option('--force', 'replace files that are there', false)
    .addOption(
      new Option('--layout <what>', 'the press release alone, the whole narrative, or a PDF to read on paper')
        .choices(exportLayouts)
        .default('narrative'),
    )
    .addOption(new Option('--paper <size>', 'paper of a PDF').choices(['a4', 'letter']).default('a4'))
    .addOption(
      new Option('--standard <name>', 'PDF standard').choices(['ua-1', 'a-2a', 'none']).default('ua-1'),
    )
    .option('--line-numbers', 'number the lines of a PDF', false)
    .option('--no-evidence', 'leave out the footnotes that say what claims rest on')
    .option('--no-thread', 'leave out what keeps each promise: cross-references and appendix')
    .option('--drawer', 'add the “how” drawer as an appendix', false)
    .option('--comments', 'add what reviewers remarked', false)
    .option('--minutes', 'add the minutes of review meetings as an appendix', false)
    .option('--logo <file>', 'PNG, JPEG or SVG to print at the top of the first page of a PDF')
    .option('--label <words>', 'name of this version, printed in place of the draft number')
    .addOption(
      new Option('--progress <how>', 'with --all: tell how far it is, on standard error')
        .choices(progressForms)
        .default('lines'),
    )
    .action((name, { to, out, all, force, progress, ...print }, command) =>
      run(command, async (context) => {
        if (to === 'folder') return exportAsFolder(context, name, { out, force, all });
        const options = { to, out, force, print };
        refuseOddMix(to, print);
        if (all && name === undefined)
          return (await import('./commands/exportAll')).runExportAll(context, { ...options, progress });
        if (all || name === undefined)
          throw new UsageError('Name one file or narrative, or use --all alone.');
        return (await import('./commands/export')).runExport(context, name, options);
      }),
    );
}

async function exportAsFolder(
  context: CommandContext,
  name: string | undefined,
  { all, ...options }: { out: string; force: boolean; all: boolean },
): Promise<ExitCode> {
  if (all || name === undefined)
    throw new UsageError('A folder holds one narrative. Name it, and leave --all out.');
  return (await import('./commands/exportFolder')).runExportFolder(context, name, options);
}

/** Says so instead of leaving out what was asked for. */
function refuseOddMix(to: ExportFormat, print: PrintOptions): void {
  const { layout, evidence, thread, drawer, comments, minutes, logo, label } = print;
  const asksForMore = drawer || comments || minutes || logo !== undefined || label !== undefined;
  if (to === 'dateline' && (layout !== 'narrative' || !evidence || !thread || asksForMore))
    throw new UsageError(
      'A .dateline file holds the whole narrative with evidence, thread, drawer and remarks. Leave the other options out.',
    );
  if (to !== 'pdf' && layout === 'reading')
    throw new UsageError('Only a PDF can be a reading copy. Leave --layout out, or use --to pdf.');
  if (to !== 'pdf' && logo !== undefined)
    throw new UsageError('Only a PDF prints a logo. Leave --logo out, or use --to pdf.');
  if (layout === 'release' && (drawer || comments || minutes))
    throw new UsageError(
      'The press release alone never has the drawer, remarks or minutes beside it. Leave --drawer, --comments and --minutes out.',
    );
}

function addServe(add: Add, run: Run): void {
  add('serve', 'open the app in a browser on this machine, or serve a library to a team')
    .option('--port <n>', 'port to listen on (default: a free one)', parsePort, 0)
    .option('--no-open', 'only print the link')
    .option('--team', 'write and review together, in the browser, by invitation', false)
    .option('--address <ip>', 'with --team: where to listen; another address than 127.0.0.1 lets others in')
    .option('--public-url <url>', 'with --team: how browsers reach it, such as https://dateline.example')
    .option('--name <name>', 'with --team: what the team calls itself')
    .action(({ port, open, team, ...asked }, command) =>
      run(command, async (context) => {
        const { address, publicUrl, name } = asked;
        if (team) {
          const { runServeTeam } = await import('./commands/serveTeam');
          const { address: where = '127.0.0.1', name: called = 'Our team' } = asked;
          return runServeTeam(context, { port, address: where, publicUrl, name: called });
        }
        if (address !== undefined || publicUrl !== undefined || name !== undefined)
          throw new UsageError('--address, --public-url and --name go with --team.');
        return (await import('./commands/serve')).runServe(context, { port, open });
      }),
    );
}

const fileOrId = () =>
  new Argument('<file|id>', 'a file (.docx, .md, .html, .txt, .dateline) or the id of a narrative');

function parseFormat(value: string): (typeof formats)[number] {
  const format = formats.find((known) => known === value);
  if (format) return format;
  throw new InvalidArgumentError(`Use ${formats.join(', ')}.`);
}

function parseParts(value: string): PartKey[] {
  const parts = value.split(',').map((part) => partKeys.find((known) => known === part.trim()));
  if (parts.every((part) => part !== undefined)) return parts;
  throw new InvalidArgumentError(`Use ${partKeys.join(', ')}, with commas between.`);
}

function parseDay(value: string): string {
  if (z.iso.date().safeParse(value).success) return value;
  throw new InvalidArgumentError('A day is written like 2026-12-24.');
}

function parsePort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}
