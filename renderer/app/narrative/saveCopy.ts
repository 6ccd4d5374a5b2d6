import type { OpenSession } from '../../editor/session/openSession';
import { downloadFile } from '../../ui/downloadFile';

/** Hands out the narrative as a file made in this window, so that it works even when the host is gone. */
export function saveCopy(session: OpenSession): void {
  const { name, draft } = session.meta();
  const base = name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'Untitled';
  downloadFile(`${base}-draft-${draft}-copy.dateline`, 'application/json', session.encodeCopy());
}
