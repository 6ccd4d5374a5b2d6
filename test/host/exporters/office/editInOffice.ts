import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

function hasOffice(): boolean {
  try {
    execFileSync('which', ['soffice'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** True where LibreOffice can open, change and save our files. It is too large to be installed for a test. */
export const isOfficeHere = hasOffice();
if (!isOfficeHere) console.warn('SKIPPED: Word documents are not edited, as LibreOffice is not installed.');

/** What a reader does to a file in LibreOffice: one remark, and one change while changes are tracked. */
export interface OfficeEdit {
  remark: { on: string; by: string; words: string };
  change: { from: string; to: string };
}

/** The document as LibreOffice saves it after the edit. */
export function editInOffice(bytes: Uint8Array, edit: OfficeEdit): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-office-'));
  const profile = join(folder, 'profile');
  const [given, edited] = [join(folder, 'given.docx'), join(folder, 'edited.docx')];
  writeFileSync(given, bytes);
  // The first start makes the profile that the macro is put into.
  startOffice(profile, ['--terminate_after_init']);
  const macros = join(profile, 'user/basic/Standard');
  writeFileSync(join(macros, 'Module1.xba'), macroOf({ given, edited, edit }));
  startOffice(profile, ['macro:///Standard.Module1.Main']);
  return readFileSync(edited);
}

function startOffice(profile: string, options: readonly string[]): void {
  const settings = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore'];
  execFileSync('soffice', [...settings, ...options], { stdio: 'ignore', timeout: 120_000 });
}

function macroOf(options: { given: string; edited: string; edit: OfficeEdit }): string {
  const { given, edited, edit } = options;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL("${pathToFileURL(given)}", "_blank", 0, hidden())
  search = doc.createSearchDescriptor()
  search.SearchString = "${edit.remark.on}"
  place = doc.findFirst(search)
  note = doc.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = "${edit.remark.by}"
  note.Content = "${edit.remark.words}"
  place.Text.insertTextContent(place, note, True)
  doc.RecordChanges = True
  search.SearchString = "${edit.change.from}"
  doc.findFirst(search).String = "${edit.change.to}"
  Dim format(0) As New com.sun.star.beans.PropertyValue
  format(0).Name = "FilterName"
  format(0).Value = "MS Word 2007 XML"
  doc.storeToURL("${pathToFileURL(edited)}", format())
  doc.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
`;
}
