import { defaultExportOptions } from '../../../core/api/shapes';
import type { ExportDocument } from '../../../core/export/exportDocument';
import { ExportWarnings } from '../../../core/export/exportWarnings';
import { type PreparedPart, prepareParts } from '../../../core/export/prepareParts';
import { showScreen } from '../../../core/export/screens/showScreen';
import { contentVersion } from '../../../core/format/contentVersion';
import type { NarrativeFile } from '../../../core/format/narrativeFile';
import { narrativeHeading } from '../../../core/narrative/partState';
import { type NodeName, type RichDoc, type RichNode, stringAttr } from '../../../core/narrative/richText';
import { type PacketFile, packetFormat, packetVersion } from '../../../core/review/packet/packetFile';
import type { PacketOrder } from '../../../core/review/packet/packetOrder';
import { partVersion } from '../../../core/review/signOff/partVersion';
import { gatherExportDocument, type StoredFiles } from '../../exports/exportDocument';
import { base64 } from './cipher';

/** What all packets of one order have in common. */
export type SharedPacket = Omit<PacketFile, 'id' | 'reader' | 'sealKey' | 'answerKey'>;

interface PacketSource {
  file: NarrativeFile;
  files: StoredFiles;
  order: Omit<PacketOrder, 'readers' | 'passphrase'>;
  askedBy: string;
  madeAt: string;
}

/**
 * What readers are shown: the chosen parts as exports show them, without links that could run, source cards, promises and
 * anything that somebody said about them; and the pictures that stand in them.
 */
export async function gatherPacket({
  file,
  files,
  order,
  askedBy,
  madeAt,
}: PacketSource): Promise<SharedPacket> {
  const { meta, content } = file;
  const { purpose, parts, asks, excitementTest, note, returnBy } = order;
  const options = { ...defaultExportOptions, parts, evidence: false, thread: false };
  const date = madeAt.slice(0, 10);
  const document = await gatherExportDocument({ file, options, date, files, carriesFiles: false });
  const prepared = prepareParts(document, new ExportWarnings());
  return {
    ...{ format: packetFormat, version: packetVersion, purpose, askedBy, madeAt },
    narrative: { id: meta.id, name: meta.name || narrativeHeading(content, '') },
    contentVersion: contentVersion(content),
    ...{ draft: meta.draft, language: meta.language, confidentiality: meta.confidentiality },
    ...{ note, returnBy, asks, excitementTest },
    parts: prepared.map(({ key, title, doc }) => ({
      part: key,
      title,
      version: partVersion(content, key),
      doc: doc as RichDoc,
    })),
    ...shownPictures(document, prepared),
  };
}

/** The pictures and screens that stand in these parts, and no others. */
function shownPictures(
  document: ExportDocument,
  parts: readonly PreparedPart[],
): Pick<PacketFile, 'pictures' | 'screens'> {
  const { assets, content } = document;
  const screens: PacketFile['screens'] = {};
  const shown = new Set(nodesIn(parts, 'image').map((node) => stringAttr(node, 'asset')));
  for (const node of nodesIn(parts, 'screen')) {
    const { asset, title, alt, missing } = showScreen(node, content.screens, (name) => assets.has(name));
    screens[stringAttr(node, 'id')] = { title, alt, missing, picture: asset ?? '' };
    if (asset !== null) shown.add(asset);
  }
  const pictures: PacketFile['pictures'] = {};
  for (const name of shown) {
    const asset = assets.get(name);
    if (!asset) continue;
    const { mime, bytes, width, height } = asset;
    pictures[name] = { src: `data:${mime};base64,${base64(bytes)}`, width, height };
  }
  return { pictures, screens };
}

function nodesIn(parts: readonly PreparedPart[], type: NodeName): RichNode[] {
  const found: RichNode[] = [];
  const visit = (node: RichNode): void => {
    if (node.type === type) found.push(node);
    node.content?.forEach(visit);
  };
  for (const { doc } of parts) visit(doc);
  return found;
}
