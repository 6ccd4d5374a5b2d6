import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  NodeCompiler,
  type NodeTypstCompileResult,
  type NodeTypstDocument,
} from '@myriaddreamin/typst-ts-node-compiler';
import type { ExportWarning } from '../../core/api/shapes';
import type { PdfData } from '../../core/export/pdf/toPdfData';
import { type FontsByScript, missingGlyphs, readFontsByScript } from './missingGlyphs';
import { standardDropped } from './standardDropped';
import type { PdfStandardChoice, TypstPicture, TypstWorkerData } from './typstProtocol';

/** A finished layout and what had to be changed to get it. */
interface Layout {
  document: NodeTypstDocument;
  data: PdfData;
  warnings: ExportWarning[];
}

/** One warm compiler. It keeps what it learnt, so laying out again after an edit costs milliseconds. */
export class TypstLayout {
  private readonly compiler: NodeCompiler;
  private readonly fonts: FontsByScript;
  private readonly mapped = new Map<string, Uint8Array>();

  constructor(private readonly options: TypstWorkerData) {
    this.fonts = readFontsByScript(options.template);
    const fontBlobs = options.fontFiles.map((path) => readFileSync(path));
    this.compiler = NodeCompiler.create({ workspace: options.template, fontArgs: [{ fontBlobs }] });
  }

  /** Lays a narrative out; pictures that cannot be read are left out, each with a warning. */
  compile(data: PdfData, pictures: readonly TypstPicture[]): Layout {
    this.mapPictures(pictures);
    const document = this.tryCompile(data).result;
    if (document) return { document, data, warnings: [] };
    const broken = pictures.filter((picture) => !this.isReadable(picture));
    const kept = Object.entries(data.pictures).filter(([name]) => !broken.some((one) => one.name === name));
    const logo = broken.some(({ path }) => path === data.logo?.path) ? null : data.logo;
    const without: PdfData = { ...data, logo, pictures: Object.fromEntries(kept) };
    const second = this.tryCompile(without);
    if (!second.result) throw new Error(diagnosticsOf(second));
    return { document: second.result, data: without, warnings: broken.map(brokenPicture) };
  }

  /** The PDF of a layout. Where a strict standard cannot be met it is dropped, and that is told. */
  pdf(layout: Layout, standard: PdfStandardChoice): { bytes: Uint8Array; warnings: ExportWarning[] } {
    if (standard === 'none') {
      const plain = this.plainPdf(layout);
      return { ...plain, warnings: [...this.glyphWarnings(layout), ...plain.warnings] };
    }
    try {
      return { bytes: this.compiler.pdf(layout.document, { pdfStandard: standard }), warnings: [] };
    } catch (error) {
      const told = messageOf(error);
      const warnings = [...missingGlyphs(told, this.fonts), standardDropped(standard, told)];
      const plain = this.plainPdf(layout);
      return { ...plain, warnings: [...warnings, ...plain.warnings] };
    }
  }

  /** A PDF of no standard. The compiler can fail at the structure of a few texts; they are printed without it. */
  private plainPdf({ document }: Layout): { bytes: Uint8Array; warnings: ExportWarning[] } {
    try {
      return { bytes: this.compiler.pdf(document), warnings: [] };
    } catch {
      return { bytes: this.compiler.pdf(document, { pdfTags: false }), warnings: [withoutStructure] };
    }
  }

  /** The PDF as quickly as it can be had, to draw pages from, and what is missing in it. */
  pages(layout: Layout): { bytes: Uint8Array; warnings: ExportWarning[] } {
    return {
      warnings: this.glyphWarnings(layout),
      bytes: this.compiler.pdf(layout.document, { pdfTags: false }),
    };
  }

  /**
   * One page of a PDF as an SVG that holds it as a picture. The layout itself can only be drawn with all its pages,
   * which takes seconds where a page takes milliseconds.
   */
  drawPage(pages: Uint8Array, page: number): string {
    this.compiler.mapShadow(this.path(pagesFile), Buffer.from(pages));
    const picture = `image("${pagesFile}", page: ${page})`;
    const drawn = this.compiler.compile({
      mainFileContent: `#set page(width: auto, height: auto, margin: 0pt)\n#${picture}`,
    });
    if (!drawn.result) throw new Error(diagnosticsOf(drawn));
    return this.compiler.plainSvg(drawn.result);
  }

  /** Values of the marks that the template leaves for measuring, in reading order. */
  marks({ document }: Layout): unknown {
    return this.compiler.query(document, { selector: '<gauge>', field: 'value' });
  }

  /** Forgets what was not used lately. */
  tidy(): void {
    this.compiler.evictCache(10);
  }

  /**
   * Only a strict standard reports characters that no font has, so one is tried; not for texts in the scripts
   * of the fonts that we carry, where it would be time for nothing.
   */
  private glyphWarnings({ document, data }: Layout): ExportWarning[] {
    if (!unusualScript.test(JSON.stringify(data.parts))) return [];
    try {
      this.compiler.pdf(document, { pdfStandard: 'ua-1' });
      return [];
    } catch (error) {
      return missingGlyphs(messageOf(error), this.fonts);
    }
  }

  private tryCompile(data: PdfData): NodeTypstCompileResult {
    this.compiler.mapShadow(this.path('/doc.json'), Buffer.from(JSON.stringify(data)));
    return this.compiler.compile({ mainFilePath: this.path('/narrative.typ') });
  }

  private mapPictures(pictures: readonly TypstPicture[]): void {
    const wanted = new Set(pictures.map(({ path }) => path));
    for (const path of this.mapped.keys()) {
      if (!wanted.has(path)) this.compiler.unmapShadow(this.path(path));
    }
    for (const { path, bytes } of pictures) {
      const before = this.mapped.get(path);
      if (!before || Buffer.compare(before, bytes) !== 0)
        this.compiler.mapShadow(this.path(path), Buffer.from(bytes));
    }
    this.mapped.clear();
    for (const { path, bytes } of pictures) this.mapped.set(path, bytes);
  }

  private isReadable({ path }: TypstPicture): boolean {
    const page = `#image(${JSON.stringify(path)}, width: 10pt)`;
    return this.compiler.compile({ mainFileContent: page }).result !== null;
  }

  private path(name: string): string {
    return join(this.options.template, name);
  }
}

const pagesFile = '/pages.pdf';

/** Letters beyond Latin, Greek, Cyrillic, Arabic and Hebrew, and pictures among them. */
const unusualScript =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}|[\u2100-\u2fff]/u;

function brokenPicture({ name }: TypstPicture): ExportWarning {
  if (name === 'logo')
    return { code: 'missing-picture', message: 'The logo cannot be drawn, so none is printed.' };
  return {
    code: 'missing-picture',
    message: `The picture ${name.slice(0, 20)} cannot be read; a note stands in its place.`,
  };
}

const withoutStructure: ExportWarning = {
  code: 'standard-dropped',
  message:
    'This PDF has no structure for screen readers, since the layout could not write it for this text. The words and pages are all there; the web page has its structure.',
};

function diagnosticsOf(result: NodeTypstCompileResult): string {
  return JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics');
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
