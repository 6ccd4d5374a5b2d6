import { z } from 'zod';
import { coachSettingsSchema, coachSetupSchema } from '../coach/coachSetup';
import { attachedFileSchema, attachmentLimitBytes } from '../evidence/attachedFile';
import { contentVersionSchema } from '../format/contentVersion';
import { narrativeContentSchema } from '../format/narrativeFile';
import { guidanceSchema } from '../guidance/guidance';
import { metaPatchSchema, narrativeIdSchema, narrativeMetaSchema } from '../narrative/meta';
import { briefSections, partKeys } from '../narrative/parts';
import { mergedAnswersSchema } from '../review/packet/mergedAnswers';
import { madePacketSchema, packetOrderSchema } from '../review/packet/packetOrder';
import { reviewRecordSchema } from '../review/reviewRecord';
import { comparisonSchema } from '../review/versions/comparison';
import {
  lastReadSchema,
  versionEntryIdSchema,
  versionEntrySchema,
  versionNameSchema,
  versionReasons,
} from '../review/versions/versionEntry';
import { drawingLimits } from '../screens/drawingLimits';
import { mockupShelfSchema } from '../screens/mockups';
import { screenPictureSchema } from '../screens/screenRecord';
import { joinedTeamSchema } from '../team/joinedTeam';
import { roleSchema } from '../team/role';
import { auditEntrySchema, memberNameSchema, scopeSchema, teamIdSchema } from '../team/teamRecords';
import { invitationOrderSchema, shownInvitationSchema, teamViewSchema } from '../team/teamView';
import type { Operation } from './operations';
import {
  backupSchema,
  base64Schema,
  capabilitiesSchema,
  exportedAllSchema,
  exportedSchema,
  exportFormats,
  exportOptionsSchema,
  findingSchema,
  grammarFindingSchema,
  importedBlockSchema,
  importedSchema,
  letterPlaceSchema,
  librarySchema,
  librarySortSchema,
  mirrorStateSchema,
  noticeSchema,
  openedNarrativeSchema,
  pageGaugeSchema,
  previewSchema,
  savedSchema,
  searchAnswerSchema,
  settingsPatchSchema,
  settingsSchema,
  stageFilterSchema,
  trashItemSchema,
} from './shapes';

const operation = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

const nothing = z.strictObject({});
const done = z.object({});
const byId = z.strictObject({ id: narrativeIdSchema });
const jobIdSchema = z.string().regex(/^[a-z0-9-]{4,64}$/);
/** The path of a folder on the machine of the host. */
const folderSchema = z.string().min(1).max(4096);
const fileNameSchema = z.string().min(1).max(255);
/** Stored files are named by what they hold. */
const assetNameSchema = z.string().regex(/^[0-9a-f]{64}\.(png|jpg|gif|webp|svg|bin)$/);
const briefKeySchema = z.enum(briefSections.map((section) => section.key));

/** Largest file taken in, in bytes. Refused with its limit said, before it is read. */
export const importLimitBytes = 20_000_000;
export const assetLimitBytes = 20_000_000;
export const logoLimitBytes = 2_000_000;
/** Largest single change to a narrative, in bytes. */
export const updateLimitBytes = 32_000_000;

const base64Limit = (bytes: number) => base64Schema.max(Math.ceil(bytes / 3) * 4 + 4);

/**
 * Every operation of Dateline with what goes in and comes out. Types, run-time checks, the HTTP route and the
 * contract tests all come from this table.
 */
export const contract = {
  'app.capabilities': operation(nothing, capabilitiesSchema),
  'app.openExternal': operation(z.strictObject({ url: z.url({ protocol: /^(https?|mailto)$/ }) }), done),
  'settings.read': operation(nothing, settingsSchema),
  'settings.update': operation(settingsPatchSchema, settingsSchema),

  'library.list': operation(
    z.strictObject({
      stage: stageFilterSchema,
      sort: librarySortSchema,
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    librarySchema,
  ),
  'library.search': operation(
    z.strictObject({ query: z.string().max(200), limit: z.int().min(1).max(100) }),
    searchAnswerSchema,
  ),
  'library.trash': operation(nothing, z.array(trashItemSchema)),
  /** Puts one notice away; without one, all of them. */
  'library.dismissNotices': operation(z.strictObject({ notice: noticeSchema.optional() }), done),

  'narratives.create': operation(
    z.strictObject({
      name: z.string().max(200).optional(),
      brief: z.partialRecord(briefKeySchema, z.string().max(20_000)).optional(),
      sample: z.string().max(60).optional(),
    }),
    byId,
  ),
  'narratives.open': operation(byId, openedNarrativeSchema),
  'narratives.save': operation(
    z.strictObject({
      id: narrativeIdSchema,
      update: base64Limit(updateLimitBytes),
      window: z.string().max(64),
    }),
    savedSchema,
  ),
  'narratives.updateMeta': operation(
    z.strictObject({ id: narrativeIdSchema, patch: metaPatchSchema }),
    narrativeMetaSchema,
  ),
  'narratives.duplicate': operation(byId, byId),
  'narratives.trash': operation(byId, done),
  'narratives.restore': operation(byId, done),
  'narratives.erase': operation(byId, done),
  'narratives.backups': operation(byId, z.array(backupSchema)),
  'narratives.restoreBackup': operation(
    z.strictObject({ id: narrativeIdSchema, name: backupSchema.shape.name }),
    byId,
  ),
  'narratives.check': operation(byId, z.array(findingSchema)),
  'narratives.gauge': operation(byId, pageGaugeSchema),
  'narratives.grammar': operation(
    z.strictObject({ id: narrativeIdSchema, part: z.enum(partKeys) }),
    z.array(grammarFindingSchema),
  ),

  /** Adds what was said about a narrative; answers once it is durable. Records that are there already change nothing. */
  'review.add': operation(
    z.strictObject({ id: narrativeIdSchema, records: z.array(reviewRecordSchema).min(1).max(2000) }),
    savedSchema,
  ),

  /** The timeline, newest first. */
  'versions.list': operation(byId, z.array(versionEntrySchema)),
  /** Keeps the narrative as it is now; by whoever the settings name. Answers the entry, also when it was there already. */
  'versions.keep': operation(
    z.strictObject({ id: narrativeIdSchema, reason: z.enum(versionReasons), name: versionNameSchema }),
    versionEntrySchema,
  ),
  'versions.rename': operation(
    z.strictObject({ id: narrativeIdSchema, entry: versionEntryIdSchema, name: versionNameSchema.min(1) }),
    versionEntrySchema,
  ),
  /** What a version said. */
  'versions.read': operation(
    z.strictObject({ id: narrativeIdSchema, version: contentVersionSchema }),
    z.object({ meta: narrativeMetaSchema, content: narrativeContentSchema }),
  ),
  /** How a version differs from another, or from the narrative as it is now. */
  'versions.compare': operation(
    z.strictObject({
      id: narrativeIdSchema,
      was: contentVersionSchema,
      /** Null for the present. */
      now: contentVersionSchema.nullable(),
    }),
    comparisonSchema,
  ),
  /** What whoever the settings name read last, and how much is different by now; null where they never read it. */
  'versions.sinceRead': operation(byId, z.object({ read: lastReadSchema.nullable() })),
  /** Notes that they have read it as it is now. */
  'versions.markRead': operation(byId, done),

  /**
   * Makes a page for each reader that shows the narrative as it is now and takes in what they say. Empty when somebody
   * closed the dialog that asked where to save them.
   */
  'packets.make': operation(
    packetOrderSchema.extend({ id: narrativeIdSchema }),
    z.object({ packets: z.array(madePacketSchema) }),
  ),
  /** Takes in what readers of packets gave back: files, or text that holds answers. What cannot be taken is named. */
  'packets.merge': operation(
    z.strictObject({
      id: narrativeIdSchema,
      files: z
        .array(z.strictObject({ fileName: fileNameSchema, data: base64Limit(importLimitBytes) }))
        .max(200),
      text: z.string().max(importLimitBytes),
      /** Takes answers that were changed after they were sealed, as merely claimed. */
      takesChanged: z.boolean(),
    }),
    mergedAnswersSchema,
  ),

  'coach.read': operation(nothing, coachSetupSchema),
  'coach.update': operation(coachSettingsSchema.partial(), coachSetupSchema),

  'assets.add': operation(
    z.strictObject({ fileName: fileNameSchema, data: base64Limit(assetLimitBytes) }),
    z.object({ asset: z.string(), width: z.int(), height: z.int() }),
  ),
  /** Keeps a PNG, a JPEG or an SVG that only draws, to be printed on exports. */
  'assets.addLogo': operation(
    z.strictObject({ fileName: fileNameSchema, data: base64Limit(logoLimitBytes) }),
    z.object({ asset: z.string() }),
  ),
  /** Keeps a file of any kind for a source card. */
  'assets.attach': operation(
    z.strictObject({ fileName: fileNameSchema, data: base64Limit(attachmentLimitBytes) }),
    z.object({ asset: z.string(), file: attachedFileSchema }),
  ),
  /** Hands out a copy of an attached file, the way an export is handed out; it is never shown as a page. */
  'assets.save': operation(
    z.strictObject({ asset: z.string().min(1).max(200), fileName: fileNameSchema }),
    exportedSchema.omit({ warnings: true }),
  ),

  /** A stored file of any kind as it is; null where there is none by that name. */
  'assets.read': operation(
    z.strictObject({ asset: assetNameSchema }),
    z.object({ data: base64Schema.nullable() }),
  ),
  /** Stores a file under the name that its content has in another library. */
  'assets.keep': operation(
    z.strictObject({ asset: assetNameSchema, data: base64Limit(attachmentLimitBytes) }),
    done,
  ),

  /** The teams for which this library keeps copies, and how it stands with each. */
  'teams.list': operation(nothing, z.array(joinedTeamSchema)),
  /** Joins a team by an invitation, under a name; what is shared there is here from then on, too. */
  'teams.join': operation(
    z.strictObject({ link: z.string().max(2000), name: memberNameSchema }),
    joinedTeamSchema,
  ),
  /** Ends that. The copies stay, as narratives of this library alone. */
  'teams.leave': operation(z.strictObject({ team: teamIdSchema }), done),
  /** Gives a narrative of this library to a team. */
  'teams.share': operation(z.strictObject({ team: teamIdSchema, id: narrativeIdSchema }), done),

  /** The team whose server this is, as whoever asks may see it; null where the library is somebody's own. */
  'team.read': operation(nothing, teamViewSchema.nullable()),
  /** Makes an invitation. Its path, after the server's address, is told this once. */
  'team.invite': operation(
    invitationOrderSchema,
    z.object({ invitation: shownInvitationSchema, path: z.string().max(300) }),
  ),
  /** A link that signs a member in once more, within a day: for oneself, or by an owner for anybody. */
  'team.linkFor': operation(
    z.strictObject({ member: teamIdSchema }),
    z.object({ path: z.string().max(300), expiresAt: z.iso.datetime() }),
  ),
  'team.revokeInvitation': operation(z.strictObject({ invitation: teamIdSchema }), done),
  /** Gives somebody a role in the team or in one narrative; null takes it. */
  'team.setRole': operation(
    z.strictObject({ member: teamIdSchema, scope: scopeSchema, role: roleSchema.nullable() }),
    done,
  ),
  'team.removeMember': operation(z.strictObject({ member: teamIdSchema }), done),
  /** Who did what, newest first. */
  'team.audit': operation(z.strictObject({ limit: z.int().min(1).max(1000) }), z.array(auditEntrySchema)),
  'team.signOut': operation(nothing, done),

  /** Keeps a drawing as scene, SVG and picture. An empty SVG is one that was not made. */
  'screens.keep': operation(
    z.strictObject({
      scene: base64Limit(drawingLimits.scene),
      svg: z.string().max(drawingLimits.svg),
      png: base64Limit(drawingLimits.png),
    }),
    z.object({ picture: screenPictureSchema }),
  ),
  /** The scene of a kept drawing, as the text it was kept as. */
  'screens.scene': operation(
    z.strictObject({ asset: z.string().min(1).max(200) }),
    z.object({ scene: z.string() }),
  ),
  /** What a screen can be begun from. */
  'screens.templates': operation(nothing, mockupShelfSchema),

  'exports.preview': operation(
    z.strictObject({
      id: narrativeIdSchema,
      options: exportOptionsSchema,
      page: z.int().min(1),
      /** Asks for the page of this place instead, where it is printed. */
      at: letterPlaceSchema.optional(),
    }),
    previewSchema,
  ),
  /** The chosen parts for the clipboard, to be pasted into a mail or a document of another program. */
  'exports.copy': operation(
    z.strictObject({ id: narrativeIdSchema, options: exportOptionsSchema }),
    z.object({ html: z.string(), text: z.string() }),
  ),
  'exports.run': operation(
    z.strictObject({
      id: narrativeIdSchema,
      format: z.enum(exportFormats),
      options: exportOptionsSchema,
      job: jobIdSchema,
    }),
    exportedSchema,
  ),
  /** Writes the narrative as a folder of Markdown files, where the path says. */
  'exports.folder': operation(
    z.strictObject({ id: narrativeIdSchema, folder: folderSchema, replace: z.boolean(), job: jobIdSchema }),
    z.object({ folder: z.string(), warnings: exportedSchema.shape.warnings }),
  ),
  /** Every narrative in one format; one that fails is named and does not stop the others. */
  'exports.runAll': operation(
    z.strictObject({ format: z.enum(exportFormats), job: jobIdSchema }),
    exportedAllSchema,
  ),
  'imports.run': operation(
    z.strictObject({
      fileName: fileNameSchema,
      data: base64Limit(importLimitBytes),
      job: jobIdSchema,
      /** A narrative of its own even where the file is known as a copy of one that is here. */
      as: z.literal('new').optional(),
    }),
    importedSchema,
  ),
  /** Moves one block of an imported narrative and lists all of them anew; `blocks` is what was known of them. */
  'imports.move': operation(
    z.strictObject({
      id: narrativeIdSchema,
      block: importedBlockSchema.pick({ part: true, section: true, index: true, words: true }),
      to: importedBlockSchema.pick({ part: true, section: true }),
      blocks: z.array(importedBlockSchema).max(4_000),
    }),
    importedSchema.pick({ blocks: true }),
  ),
  'imports.folder': operation(
    z.strictObject({ folder: folderSchema, job: jobIdSchema, as: z.literal('new').optional() }),
    importedSchema,
  ),
  /** Asks for a folder; null when the dialog was closed. Only where `capabilities` says that there is such a dialog. */
  'folders.choose': operation(nothing, z.object({ folder: z.string().nullable() })),
  'mirrors.read': operation(byId, mirrorStateSchema),
  /** Shows a narrative in a folder from now on; null ends that and leaves the folder as it is. */
  'mirrors.set': operation(
    z.strictObject({ id: narrativeIdSchema, folder: folderSchema.nullable() }),
    mirrorStateSchema,
  ),
  /** Brings the folder and the narrative together now. */
  'mirrors.sync': operation(byId, mirrorStateSchema),
  'jobs.cancel': operation(z.strictObject({ job: jobIdSchema }), done),

  'guidance.read': operation(nothing, guidanceSchema),
  'samples.list': operation(
    nothing,
    z.array(z.object({ id: z.string(), heading: z.string(), subheading: z.string(), kind: z.string() })),
  ),
} as const satisfies Record<Operation, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof contract;
export type Input<K extends Operation> = z.input<Contract[K]['input']>;
export type ParsedInput<K extends Operation> = z.output<Contract[K]['input']>;
export type Output<K extends Operation> = z.output<Contract[K]['output']>;
