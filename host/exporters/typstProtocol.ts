import type { ExportWarning, LetterPlace, PageGauge } from '../../core/api/shapes';
import type { PdfData } from '../../core/export/pdf/toPdfData';

/** What the layout worker is started with. */
export interface TypstWorkerData {
  /** Folder of the layout's template; the layout can read nothing else. */
  template: string;
  fontFiles: string[];
}

export interface TypstPicture {
  name: string;
  path: string;
  bytes: Uint8Array;
}

export type PdfStandardChoice = 'ua-1' | 'a-2a' | 'none';

export type TypstTask =
  | { kind: 'pdf'; data: PdfData; pictures: TypstPicture[]; standard: PdfStandardChoice }
  | { kind: 'page'; data: PdfData; pictures: TypstPicture[]; page: number; at?: LetterPlace }
  | { kind: 'gauge'; release: PdfData; narrative: PdfData; pictures: TypstPicture[] };

export type TypstAnswer<K extends TypstTask['kind'] = TypstTask['kind']> = {
  pdf: { bytes: Uint8Array; pageCount: number; warnings: ExportWarning[] };
  page: { svg: string; page: number; pageCount: number; warnings: ExportWarning[] };
  gauge: PageGauge;
}[K];
