import type { ExportWarning } from '../api/shapes';
import type { PartKey } from '../narrative/parts';

/** Gathers what an export has to tell its writer, each thing once per part. */
export class ExportWarnings {
  private readonly byKey = new Map<string, ExportWarning>();

  add(code: ExportWarning['code'], message: string, part?: PartKey): void {
    const warning = part === undefined ? { code, message } : { code, message, part };
    this.byKey.set(`${code} ${part ?? ''} ${message}`, warning);
  }

  list(): ExportWarning[] {
    return [...this.byKey.values()];
  }
}
