import { createDispatch, type Handlers } from '../core/api/dispatch';
import type { NarrativeId } from '../core/narrative/meta';
import type { LibraryStore } from '../storage/libraryStore';
import type { SettingsStore } from '../storage/settings';
import type { JoinedTeams } from '../storage/team/joinedTeams';
import { appHandlers } from './app/appHandlers';
import { assetHandlers } from './assets/assetHandlers';
import { readAsset } from './assets/assets';
import { createHostCoach } from './coach/hostCoach';
import { createEventHub, type EventHub } from './events/eventHub';
import { createExporter } from './exporters/exportNarrative';
import { exportHandlers } from './exports/exportHandlers';
import { createHostFolders, type HostFolders } from './folders/hostFolders';
import { loadGuidance } from './guidance/loadGuidance';
import { createImporter } from './importers/importer';
import { importHandlers } from './imports/importHandlers';
import { type ImportTarget, importNarrative } from './imports/importNarrative';
import { readGivenFile } from './imports/readGivenFile';
import { createJobs, type Jobs } from './jobs/jobs';
import { eraseForGood } from './library/eraseForGood';
import { libraryHandlers } from './library/libraryHandlers';
import { createAddNarrative } from './narratives/addNarrative';
import { narrativeHandlers } from './narratives/narrativeHandlers';
import { createOpenNarratives, type OpenNarratives } from './narratives/openNarratives';
import type { Host, HostOptions } from './ports';
import { importAnswers } from './review/packets/importAnswers';
import { type PacketPorts, packetHandlers } from './review/packets/packetHandlers';
import { reviewHandlers } from './review/reviewHandlers';
import { createHostVersions, type HostVersions } from './review/versions/hostVersions';
import { createSamples } from './samples/samples';
import { loadMockups } from './screens/loadMockups';
import { screenHandlers } from './screens/screenHandlers';
import { createLibrarySearch, type LibrarySearch } from './search/librarySearch';
import { settingsHandlers } from './settings/settingsHandlers';
import { createHostSharing, type HostSharing } from './sharing/hostSharing';
import { noTeamHandlers } from './team/noTeam';

/** An opened library and what gives it up again. */
interface OwnedLibrary {
  store: LibraryStore;
  settings: SettingsStore;
  teams: JoinedTeams;
  release: () => Promise<void>;
}

/** Wires the parts of the host together; each knows only what it is given here. */
export function assembleHost(options: HostOptions, { store, settings, teams, release }: OwnedLibrary): Host {
  const { ports, templates, workers } = options;
  const { now, newId } = ports;
  const report = (thrown: unknown) => ports.log('error', describe(thrown));
  const hub = createEventHub(report);
  const search = createLibrarySearch({ store, workers, report });
  const jobs = createJobs(hub.emit);
  const exporter = createExporter({ templates, workers });
  const narratives = createOpenNarratives({
    store,
    now,
    emit: hub.emit,
    onWritten: (id) => [search, folders, versions].forEach((each) => void each.changed(id)),
    ...(options.narrativesInMemory === undefined ? {} : { keptInMemory: options.narrativesInMemory }),
  });
  const onAdded = (id: NarrativeId) => tellOfNew(id, search, hub);
  const addNarrative = createAddNarrative({ store, now, newId, onAdded });
  const forAdding = { store, narratives, now, newId, onAdded };
  const sharing = createHostSharing({ ...forAdding, teams, log: report, emit: hub.emit });
  const coach = createHostCoach({ ...options, library: store.folder, narratives, report });
  const importer = createImporter(workers);
  const author = options.author ?? (() => settings.get().author);
  const forFolders = { store, narratives, exporter, importer, jobs, workers, ports, author };
  const folders = createHostFolders({ ...forFolders, emit: hub.emit });
  const versions = createHostVersions({ store, narratives, author, workers, now, report });
  const target = createTarget({ store, importer, addNarrative, bringBack: folders.bringBack }, narratives);
  const importAsJob = createImportAsJob(target, jobs, newId);
  const samples = createSamples(templates);
  const createFromSample = (sample: string) => samples.create(sample, target);
  const forNarratives = { store, narratives, author, sharing, emit: hub.emit };
  const stopForwarding = [forwardOutsideChanges({ store, search, hub }), hub.onEvent(sharing.hear)];

  const handlers: Handlers = {
    ...appHandlers(options, store.folder),
    ...settingsHandlers(settings),
    ...libraryHandlers(store, search),
    ...narrativeHandlers({ ...forNarratives, addNarrative, createFromSample, search }),
    ...everyReviewHandler({ store, narratives, author, ports, packetPage: options.packetPage }),
    ...versions.handlers,
    ...coach.handlers,
    ...exportHandlers({ store, author, narratives, jobs, exporter, ports }),
    ...importHandlers({ target, jobs, narratives, newId }),
    ...folders.handlers,
    ...{ ...sharing.handlers, ...noTeamHandlers() },
    ...assetHandlers(store, ports),
    ...screenHandlers(store),
    ...templateHandlers(templates, store.folder, samples),
  };

  const dispatch = createDispatch(handlers, (operation, thrown) =>
    ports.log('error', `${operation}: ${describe(thrown)}`),
  );
  return {
    ...{ dispatch, onEvent: hub.onEvent, importFile: importAsJob },
    readReview: async (id) => (await narratives.peek(id)).review,
    eraseForGood: (id) => eraseForGood(id, { store, search, hub, dispatch }),
    readAsset: (name) => readAsset(store, name),
    openFile: (path) => openFile(path, importAsJob, hub),
    async close() {
      for (const stop of stopForwarding) stop();
      jobs.cancelAll();
      await finishWriting({ narratives, folders, versions, sharing, others: [search, coach] }).finally(() =>
        finishAll([exporter.close(), store.close().then(release)]),
      );
    },
  };
}

/** Reads a file from outside and has the windows show it. */
async function openFile(path: string, importFile: Host['importFile'], hub: EventHub): Promise<void> {
  const { id } = await importFile(await readGivenFile(path));
  hub.emit({ event: 'narrative.show', data: { id } });
}

function tellOfNew(id: NarrativeId, search: Pick<LibrarySearch, 'changed'>, hub: EventHub): void {
  search.changed(id);
  hub.emit({ event: 'library.changed', data: {} });
}

/** Where files from outside go: a narrative of its own, or what is to be reviewed of one that is here. */
function createTarget(target: Omit<ImportTarget, 'importAnswers'>, narratives: OpenNarratives): ImportTarget {
  const { store } = target;
  return {
    ...target,
    importAnswers: (given, wanted) => importAnswers(given, wanted, { store, narratives }),
  };
}

function everyReviewHandler(options: PacketPorts & { narratives: OpenNarratives }) {
  return {
    ...reviewHandlers(options.narratives),
    ...packetHandlers(options),
  } satisfies Partial<Handlers>;
}

/** Imports as jobs, so that closing the host ends them. */
function createImportAsJob(target: ImportTarget, jobs: Jobs, newId: () => string): Host['importFile'] {
  return (given, manner) =>
    jobs.run(newId(), (control) =>
      importNarrative(target, given, { control, ...(manner ? { manner } : {}) }),
    );
}

interface Forwarding {
  store: LibraryStore;
  search: Pick<LibrarySearch, 'changed'>;
  hub: EventHub;
}

function forwardOutsideChanges({ store, search, hub }: Forwarding): () => void {
  const changed = () => hub.emit({ event: 'library.changed', data: {} });
  const stops = [
    store.onListChange(changed),
    store.onOutsideChange((change) => {
      // The open narratives take it in, and tell of it themselves.
      if (change.kind === 'ahead') return search.changed(change.file.meta.id);
      if (change.kind === 'changed') hub.emit({ event: 'library.notice', data: change.notice });
      else hub.emit({ event: 'narrative.gone', data: { id: change.id, reason: 'removed-outside' } });
      changed();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function templateHandlers(templates: string, library: string, samples: ReturnType<typeof createSamples>) {
  return {
    'guidance.read': () => loadGuidance(templates, library),
    'samples.list': () => samples.list(),
    'screens.templates': () => loadMockups(templates),
  } satisfies Partial<Handlers>;
}

interface Writing {
  narratives: OpenNarratives;
  folders: HostFolders;
  versions: HostVersions;
  sharing: HostSharing;
  others: { close(): Promise<void> }[];
}

/** What a team wrote last is taken in; folders show what was written last, and versions are kept of it. */
async function finishWriting({ narratives, folders, versions, sharing, others }: Writing): Promise<void> {
  await sharing.close();
  const closing = () => finishAll([folders.close(), versions.close()]);
  return finishAll([narratives.flush().finally(closing), ...others.map((each) => each.close())]);
}

/** What cannot be finished is told once everything else is. */
async function finishAll(jobs: Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(jobs);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** For the log only; people are shown sentences. */
function describe(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
