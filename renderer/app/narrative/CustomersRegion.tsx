import { useMemo } from 'react';
import { contentVersion } from '../../../core/format/contentVersion';
import type { RichDoc } from '../../../core/narrative/richText';
import { createAnchor } from '../../../core/review/createAnchor';
import { readContacts } from '../../../core/review/excitement/readContacts';
import { readTests } from '../../../core/review/excitement/readTests';
import { readSentences } from '../../../core/review/excitement/releaseText';
import type { PassMark } from '../../../core/review/excitement/standing';
import { contactId, excitementTestId, removalId } from '../../../core/review/ownId';
import { partNode } from '../../../core/review/partNode';
import { type PartText, positionAt } from '../../../core/review/partText';
import { readPartText } from '../../../core/review/readPartText';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { useAction } from '../../client/useAction';
import { useSessionValue } from '../../editor/session/useSession';
import type { CustomerGiven } from '../../features/customers/AnswerForm';
import { CustomersSheet } from '../../features/customers/CustomersSheet';
import { localDay } from '../../ui/dates';
import type { SheetRegionProps } from './SheetRegion';

const origin = { kind: 'here', file: '' } as const;

/** The excitement test with customers. */
export function CustomersRegion({ session, content, author }: SheetRegionProps) {
  const records = useSessionValue(session, (open) => open.review());
  const { draft } = useSessionValue(session, (open) => open.meta());
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the release is another.
  const release = useMemo(() => {
    const fragment = session.fragment('release');
    return { text: readPartText(fragment), doc: partNode('release', fragment).toJSON() as RichDoc };
  }, [session, content.parts.release]);
  const sentences = useMemo(() => readSentences(release.doc).filter((line) => line.length > 0), [release]);
  const { tests, stray } = useMemo(
    () => readTests({ records, content, release, now: Date.now() }),
    [records, content, release],
  );
  const keep = useAction('versions.keep');
  const fix = async (passMark: PassMark) => {
    await session.flush();
    const { version } = await keep.mutateAsync({ id: session.id, reason: 'check', name: '' });
    const at = new Date().toISOString();
    const fields = { at, by: author, origin, version, draft, passMark };
    await session.addReview([{ ...fields, kind: 'excitementTest', id: excitementTestId(fields) }]);
  };
  return (
    <CustomersSheet
      tests={tests}
      stray={stray}
      sentences={sentences}
      contacts={readContacts(records)}
      today={localDay(new Date())}
      onFix={fix}
      onAnswer={(test, given) =>
        session.addReview(givenRecords(given, { test, version: contentVersion(content), text: release.text }))
      }
      onRemove={(contact) =>
        session.addReview([
          {
            kind: 'removal',
            id: removalId(contact),
            at: new Date().toISOString(),
            by: author,
            origin,
            record: contact,
          },
        ])
      }
    />
  );
}

interface Answered {
  test: string;
  version: string;
  text: PartText;
}

/** The answer, and apart from it who gave it, if they said so. Who wrote it down is not who said it. */
function givenRecords(given: CustomerGiven, { test, version, text }: Answered): ReviewRecord[] {
  const head = { at: new Date().toISOString(), by: '', origin };
  const { id, retelling, disappointment, commitment } = given;
  const marks = given.marks.map(({ sentence, reaction, note }) => {
    const range = { from: positionAt(text, sentence.start), to: positionAt(text, sentence.end) };
    return { anchor: createAnchor(text, 'release', range), reaction, note };
  });
  const answer = { test, version, customer: id, retelling, disappointment, commitment, marks };
  const name = given.name.trim();
  const contact = given.contact.trim();
  const said: ReviewRecord[] =
    name === '' && contact === ''
      ? []
      : [{ ...head, kind: 'customerContact', id: contactId(id), customer: id, name, contact }];
  return [{ ...head, kind: 'customerAnswer', id, ...answer }, ...said];
}
