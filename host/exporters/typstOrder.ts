import type { LetterPlace } from '../../core/api/shapes';
import type { ExportDocument } from '../../core/export/exportDocument';
import type { ExportWarnings } from '../../core/export/exportWarnings';
import { type PdfData, toPdfData } from '../../core/export/pdf/toPdfData';
import { partKeys } from '../../core/narrative/parts';
import type { TypstPicture, TypstTask } from './typstProtocol';

/** What is wanted of the pages of a document, as it is sent to the worker. */
export type TypstOrder =
  | { kind: 'pdf'; document: ExportDocument }
  | { kind: 'page'; document: ExportDocument; page: number; at?: LetterPlace }
  | { kind: 'gauge'; document: ExportDocument };

/** The task that an order comes to, made where it is carried out: reading a long narrative takes a moment, too. */
export function toTask(order: TypstOrder, warnings: ExportWarnings): TypstTask {
  const { document } = order;
  if (order.kind === 'gauge') {
    const release = toPdfData(withOptions(document, { layout: 'release' }), warnings);
    const whole = withOptions(document, { layout: 'narrative', parts: [...partKeys], thread: false });
    const narrative = toPdfData(whole, warnings);
    return { kind: 'gauge', release, narrative, pictures: picturesOf(document, narrative) };
  }
  const data = toPdfData(document, warnings);
  const pages = { data, pictures: picturesOf(document, data) };
  if (order.kind === 'pdf') return { kind: 'pdf', ...pages, standard: document.options.standard };
  return { kind: 'page', ...pages, page: order.page, ...(order.at && { at: order.at }) };
}

function picturesOf(document: ExportDocument, data: PdfData): TypstPicture[] {
  const pictures = Object.entries(data.pictures).flatMap(([name, { path }]) => {
    const asset = document.assets.get(name);
    return asset ? [{ name, path, bytes: asset.bytes }] : [];
  });
  const { logo } = document;
  return data.logo && logo
    ? [...pictures, { name: 'logo', path: data.logo.path, bytes: logo.bytes }]
    : pictures;
}

function withOptions(document: ExportDocument, changes: Partial<ExportDocument['options']>): ExportDocument {
  return { ...document, options: { ...document.options, ...changes } };
}
