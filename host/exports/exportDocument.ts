import { DatelineError } from '../../core/api/errors';
import type { ExportOptions } from '../../core/api/shapes';
import type { ExportAsset, ExportDocument, ExportReview } from '../../core/export/exportDocument';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { NarrativeContent } from '../../core/narrative/narrativeDoc';
import { partKeys } from '../../core/narrative/parts';
import { type NodeName, type RichNode, stringAttr } from '../../core/narrative/richText';
import { knownRecords } from '../../core/review/knownRecords';
import { visibleRecords } from '../../core/review/meeting/visibleRecords';
import { signingRecords } from '../../core/review/signOff/signingRecords';
import { screenFiles } from '../../core/screens/screenFiles';
import type { ScreenPicture } from '../../core/screens/screenRecord';
import { storedAsset } from '../assets/assets';
import { readLogo } from '../assets/logo';
import { guardSvg } from '../screens/guardSvg';

export interface ExportSource {
  file: NarrativeFile;
  options: ExportOptions;
  /** ISO date printed on the export. */
  date: string;
  files: StoredFiles;
  /** Whom the settings name; '' where nobody is. */
  author?: string;
  /** True for the format that carries attached files along; the others only name them. */
  carriesFiles: boolean;
  /** True for the format that has drawings as SVG besides. */
  showsSvg?: boolean;
}

/** Where pictures and attached files are; one that is missing becomes a warning. */
export interface StoredFiles {
  /** Null when nothing is stored under the name. */
  readAsset(name: string): Promise<Uint8Array | null>;
  hasAsset(name: string): Promise<boolean>;
}

/** Gathers all an exporter may read, pictures and attached files included. */
export async function gatherExportDocument(source: ExportSource): Promise<ExportDocument> {
  const { file, options, date, files, author = '', showsSvg = false } = source;
  const assets = new Map<string, ExportAsset>();
  for (const name of pictureNames(file.content)) {
    const asset = storedAsset(await files.readAsset(name));
    if (asset) assets.set(name, asset);
  }
  for (const { png, width, svg } of shownDrawings(file.content)) {
    const asset = storedAsset(await files.readAsset(png));
    if (!asset) continue;
    // Drawings are stored at twice their size, to be sharp on every screen and on paper.
    const height = Math.round((width * asset.height) / asset.width);
    const vector = showsSvg && svg !== '' ? wordlessSvg(await files.readAsset(svg)) : null;
    assets.set(png, { ...asset, width, height, ...(vector && { svg: vector }) });
  }
  const { meta, content, yjs, review } = file;
  const attachments = await gatherAttachments(source);
  const logo = await readLogo(options.logo, files);
  return {
    meta,
    content,
    shared: { yjs, review },
    records: signingRecords(review),
    options,
    date,
    assets,
    attachments,
    ...(author !== '' && { author }),
    ...(logo && { logo }),
    ...((options.comments || options.minutes) && { review: gatherReview(source) }),
  };
}

/** A drawing as SVG that nothing can run in, and that looks the same in a program without our fonts; else null. */
function wordlessSvg(bytes: Uint8Array | null): Uint8Array | null {
  if (!bytes) return null;
  try {
    const svg = guardSvg(new TextDecoder().decode(bytes));
    return /<(?:text|tspan)\b/.test(svg) ? null : new TextEncoder().encode(svg);
  } catch (thrown) {
    if (thrown instanceof DatelineError) return null;
    throw thrown;
  }
}

/** What may be seen now: an export tells nobody what others write while a room reads in silence. */
function gatherReview({ file, author = '' }: ExportSource): ExportReview {
  const records = visibleRecords(knownRecords(file.review), { viewer: author, now: new Date() });
  return { records, update: Buffer.from(file.yjs, 'base64') };
}

/** Large files are read only where they are needed, since every preview gathers them anew. */
async function gatherAttachments({ file, files, carriesFiles }: ExportSource) {
  const attachments = new Map<string, Uint8Array | null>();
  for (const { asset } of Object.values(file.content.evidence)) {
    const bytes = carriesFiles && asset !== '' ? await files.readAsset(asset) : null;
    if (bytes || (!carriesFiles && (await files.hasAsset(asset)))) attachments.set(asset, bytes);
  }
  if (!carriesFiles) return attachments;
  for (const name of Object.values(file.content.screens).flatMap(screenFiles)) {
    const bytes = await files.readAsset(name);
    if (bytes) attachments.set(name, bytes);
  }
  return attachments;
}

/** Names of the pictures that a narrative shows. */
const pictureNames = (content: NarrativeContent): Set<string> => namesIn(content, 'image', 'asset');

/** Drawings of the screens that stand in the text. */
function shownDrawings(content: NarrativeContent): ScreenPicture[] {
  const ids = namesIn(content, 'screen', 'id');
  return Object.values(content.screens).flatMap(({ id, picture }) =>
    picture && ids.has(id) ? [picture] : [],
  );
}

function namesIn(content: NarrativeContent, type: NodeName, attr: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: RichNode): void => {
    if (node.type === type && stringAttr(node, attr) !== '') names.add(stringAttr(node, attr));
    node.content?.forEach(visit);
  };
  for (const part of partKeys) visit(content.parts[part]);
  return names;
}
