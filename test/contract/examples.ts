import type { Output } from '../../core/api/contract';
import type { Operation } from '../../core/api/operations';
import { defaultExportOptions, defaultSettings, type NarrativeSummary } from '../../core/api/shapes';
import { defaultCoachSettings } from '../../core/coach/coachSetup';
import { narrativeMetaSchema } from '../../core/narrative/meta';
import { emptyContent } from '../../core/narrative/narrativeDoc';
import { partKeys } from '../../core/narrative/parts';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import type { VersionEntry } from '../../core/review/versions/versionEntry';
import { toMockupSkeleton } from '../../core/screens/mockups';
import { type Examples, teamExamples } from './teamExamples';

const moment = '2027-09-14T09:41:00.000Z';

const meta = narrativeMetaSchema.parse({
  id: 'launch-abc123',
  name: 'Größe & „Mut“ 🎈 مرحبا',
  createdAt: moment,
  updatedAt: moment,
  stage: 'drafting',
  draft: 3,
  language: 'en-GB',
  confidentiality: '</script><b>internal</b>',
  lastPlace: { part: 'release', section: 'heading', excerpt: 'Leeds, 14 September' },
});

const summary: NarrativeSummary = {
  meta,
  heading: 'A heading with \u0000 control and \u2028 characters',
  dateline: 'Leeds, 14 September 2027',
  states: Object.fromEntries(partKeys.map((key) => [key, 'drafted'])) as NarrativeSummary['states'],
  words: 812,
  openQuestions: 2,
  changedSinceReview: 1,
};

const file = { fileName: 'plan.md', data: 'SGVsbG8=' };
const byId = { id: meta.id };
const notice = { kind: 'recovered' as const, message: 'All 812 words are here.', narrativeId: meta.id };

const coachSetup: Output<'coach.read'> = {
  data: {
    texts: { rules: {}, reasons: ['It is a name.'] },
    words: { en: { hype: ['seamless'] }, de: {} },
    thresholds: { 'too-long': { words: 500 } },
    off: ['we'],
  },
  team: [{ words: { en: { hype: { add: ['next-level'] } } } }],
  settings: { ...defaultCoachSettings, style: 'one-page' },
  styles: [],
  problems: ['coach/team.json, line 3, column 5: this is not valid JSON. This file was left out.'],
};

const mockup = toMockupSkeleton({
  id: 'phone',
  title: 'Phone',
  words: 'A list to choose from.',
  width: 376,
  height: 768,
  elements: [
    { type: 'pill', box: [0, 0, 44, 24], fill: 'accent', stroke: 'accent' },
    { type: 'rectangle', box: [0, 40, 160, 48], stroke: 'edge', corner: 8, label: 'Größe', dashed: true },
    { type: 'text', at: [80, 96], text: 'Kept for you', size: 16, tone: 'soft', align: 'center' },
  ],
});

const remark: ReviewRecord = {
  kind: 'comment',
  id: 'r1',
  at: moment,
  by: 'Größe <b>',
  origin: { kind: 'word', file: 'Fairmend „7“.docx' },
  anchor: {
    part: 'release',
    section: 'problem',
    item: '',
    from: { client: 4_294_967_295, clock: 0 },
    to: null,
    quote: 'three of five machines 🎈',
    before: '',
    after: '',
  },
  text: 'The tip’s own count, or ours?\u2028</script>',
};

const version: VersionEntry = {
  id: '2027-09-14T09-41-00-000Z-0123456789abcdef',
  version: '0123456789abcdef',
  at: moment,
  by: 'Größe <b>',
  draft: 3,
  reason: 'named',
  name: 'Before the board 🎈\u2028</script>',
  words: 812,
};

/** One good call and its answer for every operation; an operation that is added does not compile until it has one. */
export const examples: Examples<Operation> = {
  'app.capabilities': {
    input: {},
    output: {
      version: '1.0.0',
      nativeMenus: false,
      saveDialog: true,
      folderDialog: true,
      titleBarInset: { left: 0, right: 140 },
      platform: 'linux',
      folder: '/home/ines/Dateline',
      team: null,
    },
  },
  'app.openExternal': { input: { url: 'https://example.org/?a=1&b=2' }, output: {} },
  'settings.read': { input: {}, output: defaultSettings },
  'settings.update': { input: { theme: 'dark' }, output: { ...defaultSettings, theme: 'dark' } },
  'library.list': {
    input: { stage: 'all', sort: 'edited', offset: 0, limit: 50 },
    output: {
      items: [summary],
      total: 1,
      counts: { all: 1, drafting: 1, inReview: 0, decided: 0 },
      trashCount: 0,
      folder: '/home/ines/Dateline',
      lastBackupAt: null,
      latest: summary,
      notices: [notice],
    },
  },
  'library.search': {
    input: { query: 'Größe', limit: 10 },
    output: {
      hits: [{ ...byId, heading: 'H', part: 'release', before: 'a ', match: 'Größe', after: ' b' }],
      indexed: 1,
      total: 1,
    },
  },
  'library.trash': {
    input: {},
    output: [{ ...byId, heading: 'H', trashedAt: moment, erasedOn: moment }],
  },
  'library.dismissNotices': { input: {}, output: {} },
  'narratives.create': { input: { name: 'New', brief: { customer: 'Ines' } }, output: byId },
  'narratives.open': {
    input: byId,
    output: {
      meta,
      state: 'AAEC',
      review: { r1: remark, later: { kind: 'hologram' } },
      notices: [],
      role: 'coauthor',
    },
  },
  'narratives.save': {
    input: { ...byId, update: 'QUJD'.repeat(300_000), window: 'w1' },
    output: { savedAt: moment },
  },
  'narratives.updateMeta': { input: { ...byId, patch: { name: meta.name } }, output: meta },
  'narratives.duplicate': { input: byId, output: byId },
  'narratives.trash': { input: byId, output: {} },
  'narratives.restore': { input: byId, output: {} },
  'narratives.erase': { input: byId, output: {} },
  'narratives.backups': { input: byId, output: [{ name: '20270914T094100Z', takenAt: moment, words: 812 }] },
  'narratives.restoreBackup': { input: { ...byId, name: '20270914T094100Z' }, output: byId },
  'narratives.check': {
    input: byId,
    output: [
      {
        rule: 'no-date',
        level: 'fix',
        part: 'release',
        section: 'dateline',
        quote: 'Leeds',
        from: 0,
        to: 5,
        question: 'Which day?',
        why: 'A date makes it real.',
      },
    ],
  },
  'narratives.grammar': {
    input: { ...byId, part: 'release' },
    output: [
      {
        part: 'release',
        section: 'summary',
        quote: 'recieve',
        from: 4,
        to: 11,
        kind: 'spelling',
        message: 'Did you mean “receive”?',
        suggestions: ['receive'],
      },
    ],
  },
  'review.add': { input: { ...byId, records: [remark] }, output: { savedAt: moment } },
  'versions.list': { input: byId, output: [version] },
  'versions.keep': { input: { ...byId, reason: 'named', name: version.name }, output: version },
  'versions.rename': { input: { ...byId, entry: version.id, name: version.name }, output: version },
  'versions.read': {
    input: { ...byId, version: version.version },
    output: { meta, content: emptyContent() },
  },
  'versions.compare': {
    input: { ...byId, was: version.version, now: null },
    output: {
      changes: 2,
      parts: [
        {
          part: 'release',
          changes: 1,
          lines: [
            {
              ...{ kind: 'changed', moved: 'to', change: 1, look: 'paragraph', place: 'Problem', note: '' },
              runs: [{ kind: 'inserted', text: 'Größe \u2028</script>' }],
            },
          ],
        },
      ],
      records: [{ what: 'Confirmed value', name: 'Größe', kind: 'added' }],
    },
  },
  'versions.sinceRead': {
    input: byId,
    output: { read: { version: version.version, at: moment, draft: 3, changes: 12 } },
  },
  'versions.markRead': { input: byId, output: {} },
  'packets.make': {
    input: {
      ...{
        ...byId,
        purpose: 'review',
        readers: ['Ines “Größe” Duarte'],
        parts: ['release'],
        excitementTest: '',
      },
      asks: { comments: true, suggestions: false, signOff: true, modelPrompts: ['price'] },
      ...{ passphrase: '</script> & more', note: 'In silence, please.', returnBy: '2027-09-20' },
    },
    output: {
      packets: [{ packet: 'p1', reader: 'Ines', fileName: 'a.html', data: 'PCE=', savedTo: null }],
    },
  },
  'packets.merge': {
    input: {
      ...byId,
      files: [{ fileName: 'Größe.dateline-answer', data: 'e30=' }],
      text: '> ok',
      takesChanged: false,
    },
    output: {
      ...{ sentence: 'Merged 1 answer: 2 remarks, none twice.', title: 'Größe', known: 0, orphans: 0 },
      answers: [
        { name: 'a.dateline-answer', packet: 'p1', reader: 'Ines', isSealed: true, added: 2, known: 0 },
      ],
      failed: [
        {
          name: '',
          isClaimable: false,
          code: 'file-damaged',
          message: 'It is cut short.',
          next: 'Ask again.',
        },
      ],
      added: { remarks: 2, signOffs: 0, modelAnswers: 0, customerAnswers: 0 },
    },
  },
  'coach.read': { input: {}, output: coachSetup },
  'coach.update': { input: { style: 'one-page', dictionary: ['Fairmend'] }, output: coachSetup },
  'narratives.gauge': {
    input: byId,
    output: {
      releasePages: 1,
      lastPageFill: 0.87,
      secondPageSection: null,
      releaseBreaks: [],
      parts: [{ part: 'release', first: 1, last: 1 }],
    },
  },
  'assets.add': { input: file, output: { asset: `${'a'.repeat(64)}.png`, width: 4, height: 3 } },
  'assets.addLogo': { input: file, output: { asset: `${'d'.repeat(64)}.svg` } },
  'assets.attach': {
    input: file,
    output: {
      asset: `${'b'.repeat(64)}.bin`,
      file: { name: 'interviews.pdf', size: 5, mime: 'application/pdf' },
    },
  },
  'assets.save': {
    input: { asset: `${'b'.repeat(64)}.bin`, fileName: 'interviews.pdf' },
    output: { fileName: 'interviews.pdf', mime: 'application/octet-stream', data: 'SGVsbG8=', savedTo: null },
  },
  'assets.read': { input: { asset: `${'b'.repeat(64)}.bin` }, output: { data: 'SGVsbG8=' } },
  'assets.keep': { input: { asset: `${'b'.repeat(64)}.bin`, data: 'SGVsbG8=' }, output: {} },
  ...teamExamples,
  'screens.keep': {
    input: { scene: 'e30=', svg: '<svg/>', png: 'SGVsbG8=' },
    output: {
      picture: {
        scene: `${'c'.repeat(64)}.bin`,
        svg: `${'d'.repeat(64)}.svg`,
        png: `${'e'.repeat(64)}.png`,
        width: 640,
        height: 480,
      },
    },
  },
  'screens.scene': {
    input: { asset: `${'c'.repeat(64)}.bin` },
    output: { scene: '{"type":"excalidraw","elements":[]}' },
  },
  'screens.templates': { input: {}, output: { mockups: [mockup], components: [{ ...mockup, words: '' }] } },
  'exports.preview': {
    input: { ...byId, options: defaultExportOptions, page: 1 },
    output: { pageCount: 2, page: 1, svg: '<svg/>', warnings: [{ code: 'unsafe-link', message: 'A link.' }] },
  },
  'exports.copy': {
    input: { ...byId, options: defaultExportOptions },
    output: { html: '<p>Größe</p>', text: 'Größe\n' },
  },
  'exports.run': {
    input: { ...byId, format: 'pdf', options: defaultExportOptions, job: 'job-1' },
    output: { fileName: 'l.pdf', mime: 'application/pdf', data: 'JVBERg==', savedTo: null, warnings: [] },
  },
  'exports.folder': {
    input: { ...byId, folder: '/home/ines/Größe', replace: false, job: 'job-1' },
    output: { folder: '/home/ines/Größe', warnings: [{ code: 'attribute-lost', message: 'A detail.' }] },
  },
  'imports.folder': {
    input: { folder: '/home/ines/Größe', job: 'job-2', as: 'new' },
    output: {
      ...byId,
      ...{ title: 'H', parts: [], doubts: [], blocks: [], comments: 0, suggestions: 12 },
      review: { comments: 0, suggestions: 12, known: 1 },
    },
  },
  'folders.choose': { input: {}, output: { folder: '/home/ines/Größe' } },
  'mirrors.read': { input: byId, output: { folder: null, waiting: [], trouble: '' } },
  'mirrors.set': {
    input: { ...byId, folder: '/home/ines/Größe' },
    output: {
      folder: '/home/ines/Größe',
      waiting: [{ file: '2-press-release.md', suggestions: 3, reason: '' }],
      trouble: '',
    },
  },
  'mirrors.sync': { input: byId, output: { folder: null, waiting: [], trouble: 'The folder is away.' } },
  'exports.runAll': {
    input: { format: 'md', job: 'job-3' },
    output: {
      total: 3,
      exported: 2,
      failed: [{ ...byId, name: 'Größe', message: 'This file is damaged.' }],
      savedTo: null,
      data: 'UEsFBg==',
    },
  },
  'imports.run': {
    input: { ...file, job: 'job-2' },
    output: {
      ...byId,
      title: 'Plan',
      parts: [{ part: 'release', section: 'summary', blocks: 2 }],
      comments: 0,
      suggestions: 0,
      doubts: ['Two headings matched nothing.'],
      blocks: [
        {
          words: 'Six days',
          part: 'release',
          section: 'problem',
          index: 0,
          sure: 'guess',
          reason: 'It is sad.',
        },
      ],
    },
  },
  'imports.move': {
    input: {
      ...byId,
      block: { part: 'release', section: 'problem', index: 0, words: 'Six days' },
      to: { part: 'plan', section: '' },
      blocks: [],
    },
    output: {
      blocks: [
        { words: 'Six days', part: 'plan', section: '', index: 0, sure: 'sure', reason: 'You put it here.' },
      ],
    },
  },
  'jobs.cancel': { input: { job: 'job-1' }, output: {} },
  'guidance.read': { input: {}, output: { parts: [], questions: [], problems: [] } },
  'samples.list': { input: {}, output: [{ id: 's', heading: 'H', subheading: 'S', kind: 'service' }] },
};
