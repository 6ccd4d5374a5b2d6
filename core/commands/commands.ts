/**
 * Every command of the app, once: the command palette, the shortcuts sheet, the key bindings and the native
 * menus are made from this table. `Mod` is Ctrl, or Cmd on macOS. No Ctrl+Alt: it is AltGr and types letters.
 */
export const commandGroups = ['File', 'Edit', 'View', 'Go', 'Help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Where a command makes sense; the palette and menus hide it elsewhere. */
export type CommandPlace = 'anywhere' | 'library' | 'narrative';

export interface CommandDefinition {
  readonly title: string;
  readonly group: CommandGroup;
  readonly place: CommandPlace;
  /** Other words that people look for it by. */
  readonly alsoCalled?: string;
  readonly keys?: string;
  /** The key is left to the browser there, because a page may not take it. */
  readonly desktopOnlyKey?: true;
  /** It is about a team, whose app runs in browsers; native menus leave it out. */
  readonly teamOnly?: true;
  /** Taken in a browser instead of `keys`, where browsers use that one for themselves. */
  readonly browserKeys?: string;
}

export const commands = {
  'narrative.new': {
    title: 'New narrative',
    group: 'File',
    place: 'anywhere',
    keys: 'Mod+N',
    desktopOnlyKey: true,
  },
  'library.exportAll': {
    title: 'Export every narrative',
    alsoCalled: 'batch all library',
    group: 'File',
    place: 'library',
  },
  'narrative.import': { title: 'Import a document', group: 'File', place: 'anywhere' },
  'narrative.samples': { title: 'Open a sample', group: 'File', place: 'anywhere' },
  'narrative.export': { title: 'Export', group: 'File', place: 'narrative', keys: 'Mod+E' },
  'app.team': {
    title: 'Team',
    alsoCalled: 'members people invite share roles sign out',
    group: 'File',
    place: 'anywhere',
    teamOnly: true,
  },
  'app.joinTeam': {
    title: 'Join a team',
    alsoCalled: 'teams share invitation link server',
    group: 'File',
    place: 'anywhere',
  },
  'app.settings': { title: 'Settings', group: 'File', place: 'anywhere', keys: 'Mod+,' },
  'narrative.saveCopy': { title: 'Save a copy', group: 'File', place: 'narrative' },
  'narrative.folder': {
    title: 'Folder for git',
    alsoCalled: 'mirror Markdown repository export',
    group: 'File',
    place: 'narrative',
  },
  'narrative.backups': { title: 'Backups', group: 'File', place: 'narrative' },
  'narrative.rename': { title: 'Name and details', group: 'File', place: 'narrative' },
  'narrative.markReady': { title: 'Mark this part ready', group: 'File', place: 'narrative' },
  'narrative.markInReview': { title: 'Mark this part in review', group: 'File', place: 'narrative' },
  'narrative.markReviewed': { title: 'Mark this part reviewed', group: 'File', place: 'narrative' },
  'narrative.sign': {
    title: 'Sign this part',
    alsoCalled: 'sign-off signature approve',
    group: 'File',
    place: 'narrative',
  },
  'narrative.nextDraft': { title: 'Start the next draft', group: 'File', place: 'narrative' },
  'edit.undo': { title: 'Undo', group: 'Edit', place: 'narrative', keys: 'Mod+Z' },
  'edit.redo': { title: 'Redo', group: 'Edit', place: 'narrative', keys: 'Mod+Shift+Z' },
  'edit.copyRich': {
    title: 'Copy this part as rich text',
    alsoCalled: 'clipboard Word Google Docs mail',
    group: 'Edit',
    place: 'narrative',
  },
  'narrative.copyRich': {
    title: 'Copy the narrative as rich text',
    alsoCalled: 'clipboard Word Google Docs mail',
    group: 'Edit',
    place: 'narrative',
  },
  'edit.find': { title: 'Find and replace', group: 'Edit', place: 'narrative', keys: 'Mod+F' },
  'edit.evidence': {
    title: 'Mark evidence for these words',
    group: 'Edit',
    place: 'narrative',
    keys: 'Mod+Shift+E',
  },
  'edit.assume': { title: 'Mark these words as assumed', group: 'Edit', place: 'narrative' },
  'edit.promise': {
    title: 'Follow this promise',
    alsoCalled: 'claim golden thread',
    group: 'Edit',
    place: 'narrative',
    keys: 'Mod+Shift+L',
  },
  'edit.comment': {
    title: 'Comment on these words',
    alsoCalled: 'remark note',
    group: 'Edit',
    place: 'narrative',
    keys: 'Mod+Shift+M',
  },
  'edit.suggesting': {
    title: 'Suggest changes, or stop suggesting',
    alsoCalled: 'track changes suggesting mode propose',
    group: 'Edit',
    place: 'narrative',
    keys: 'Mod+Shift+G',
  },
  'edit.commentItem': {
    title: 'Comment on this item as a whole',
    alsoCalled: 'remark screen step use case question manual',
    group: 'Edit',
    place: 'narrative',
    keys: 'Mod+Shift+K',
  },
  'view.clean': {
    title: 'Clean view, or show what people marked',
    alsoCalled: 'hide remarks suggestions markup',
    group: 'View',
    place: 'narrative',
    keys: 'Mod+F9',
  },
  'edit.screen': {
    title: 'Insert a screen',
    alsoCalled: 'draw mock-up wireframe',
    group: 'Edit',
    place: 'narrative',
  },
  'manual.begin': {
    title: 'Begin a manual from the stories',
    alsoCalled: 'how-to concepts reference seed',
    group: 'Edit',
    place: 'narrative',
  },
  'edit.unwritten': {
    title: 'Could not be written yet',
    alsoCalled: 'unwritten open question gap',
    group: 'Edit',
    place: 'narrative',
  },
  'edit.toDrawer': {
    title: 'Move to the “How” drawer',
    group: 'Edit',
    place: 'narrative',
    keys: 'Mod+Shift+H',
    // Firefox opens its history with the other.
    browserKeys: 'F2',
  },
  'library.find': { title: 'Search every narrative', group: 'Edit', place: 'anywhere', keys: 'Mod+Shift+F' },
  'view.palette': { title: 'Find or do anything', group: 'View', place: 'anywhere', keys: 'Mod+K' },
  'view.panel': { title: 'Show or hide the panel', group: 'View', place: 'narrative', keys: 'Mod+.' },
  'view.rail': { title: 'Narrow or widen the rail', group: 'View', place: 'narrative', keys: 'Mod+Shift+.' },
  'view.focus': { title: 'Focus mode', group: 'View', place: 'narrative', keys: 'Mod+Shift+D' },
  'view.playStory': { title: 'Play this story', alsoCalled: 'storyboard', group: 'View', place: 'narrative' },
  'view.pages': {
    title: 'Pages beside the text',
    alsoCalled: 'preview print pdf layout',
    group: 'View',
    place: 'narrative',
  },
  'view.theme': { title: 'Light, dark or system', group: 'View', place: 'anywhere' },
  'go.library': { title: 'Back to the library', group: 'Go', place: 'narrative' },
  'go.brief': { title: 'Go to Customer', group: 'Go', place: 'narrative', keys: 'Mod+1' },
  'go.release': { title: 'Go to Press release', group: 'Go', place: 'narrative', keys: 'Mod+2' },
  'go.customerFaq': { title: 'Go to Customer FAQ', group: 'Go', place: 'narrative', keys: 'Mod+3' },
  'go.internalFaq': { title: 'Go to Internal FAQ', group: 'Go', place: 'narrative', keys: 'Mod+4' },
  'go.experience': { title: 'Go to Experience', group: 'Go', place: 'narrative', keys: 'Mod+5' },
  'go.manuals': { title: 'Go to Manual', group: 'Go', place: 'narrative', keys: 'Mod+6' },
  'go.plan': { title: 'Go to Launch plan', group: 'Go', place: 'narrative', keys: 'Mod+7' },
  'go.feasibility': { title: 'Go to Feasibility', group: 'Go', place: 'narrative', keys: 'Mod+8' },
  'go.facts': { title: 'Go to the facts sheet', group: 'Go', place: 'narrative' },
  'go.drawer': { title: 'Go to the “How” drawer', group: 'Go', place: 'narrative' },
  'go.thread': {
    title: 'Go to the golden thread',
    alsoCalled: 'promises claims map',
    group: 'Go',
    place: 'narrative',
  },
  'go.screens': { title: 'Go to the screens', group: 'Go', place: 'narrative' },
  'go.review': {
    title: 'Go to the review',
    alsoCalled: 'states sign-off signatures ready reviewed gate',
    group: 'Go',
    place: 'narrative',
  },
  'go.versions': {
    title: 'Go to the versions',
    alsoCalled: 'history timeline compare restore draft changes',
    group: 'Go',
    place: 'narrative',
  },
  'go.shared': {
    title: 'Go to what we share',
    alsoCalled: 'shared model check remember questions',
    group: 'Go',
    place: 'narrative',
  },
  'go.customers': {
    title: 'Go to the test with customers',
    alsoCalled: 'excitement pass mark heat map interview contacts',
    group: 'Go',
    place: 'narrative',
  },
  'go.previousSection': { title: 'Previous section', group: 'Go', place: 'narrative', keys: 'Alt+PageUp' },
  'go.nextSection': { title: 'Next section', group: 'Go', place: 'narrative', keys: 'Alt+PageDown' },
  'go.nextRegion': { title: 'Next region of the window', group: 'Go', place: 'anywhere', keys: 'F6' },
  'go.nextQuestion': { title: 'Next question of the coach', group: 'Go', place: 'narrative', keys: 'F8' },
  'go.previousQuestion': {
    title: 'Previous question of the coach',
    group: 'Go',
    place: 'narrative',
    keys: 'Shift+F8',
  },
  'go.nextRemark': { title: 'Next remark or change', group: 'Go', place: 'narrative', keys: 'F9' },
  'go.previousRemark': {
    title: 'Previous remark or change',
    group: 'Go',
    place: 'narrative',
    keys: 'Shift+F9',
  },
  'coach.actions': { title: 'Answer this question', group: 'Edit', place: 'narrative', keys: 'Alt+Enter' },
  'coach.settings': { title: 'Coach and house style', group: 'File', place: 'anywhere' },
  'help.coach': { title: 'About the coach’s checks', group: 'Help', place: 'anywhere' },
  'help.keys': { title: 'All keys', group: 'Help', place: 'anywhere', keys: 'Mod+/' },
} as const satisfies Record<string, CommandDefinition>;

export type CommandId = keyof typeof commands;
export const commandIds = Object.keys(commands) as CommandId[];

export function isCommandId(value: string): value is CommandId {
  return Object.hasOwn(commands, value);
}
