import { useMemo, useState } from 'react';
import { placeName } from '../../../core/facts/placeName';
import { contentVersion } from '../../../core/format/contentVersion';
import { readModelCheck } from '../../../core/review/modelCheck/readModelCheck';
import { createTermReader } from '../../../core/thread/threadTerms';
import { useAction } from '../../client/useAction';
import { useSessionValue } from '../../editor/session/useSession';
import { ModelCheckSheet } from '../../features/modelCheck/ModelCheckSheet';
import type { SheetRegionProps } from './SheetRegion';
import { useStatedFacts } from './useStatedFacts';

/** What people remember of the text, beside what it says. */
export function ModelCheckRegion({ session, content }: SheetRegionProps) {
  const records = useSessionValue(session, (open) => open.review());
  const { draft, language } = useSessionValue(session, (open) => open.meta());
  const version = useMemo(() => contentVersion(content), [content]);
  const stated = useStatedFacts({ id: session.id, records, present: { version, content } });
  const readTerms = useMemo(() => createTermReader(language), [language]);
  const versions = useMemo(
    () => readModelCheck({ records, stated, readTerms }),
    [records, stated, readTerms],
  );
  // What people are asked about stays what they read, even when somebody writes elsewhere in the meantime.
  const [asked, setAsked] = useState({ version, draft });
  const keep = useAction('versions.keep');
  const start = async () => {
    await session.flush();
    const kept = await keep.mutateAsync({ id: session.id, reason: 'check', name: '' });
    setAsked(kept);
  };
  const answered = records.flatMap((record) =>
    record.kind === 'modelAnswers' && record.version === version ? [record.by] : [],
  );
  return (
    <ModelCheckSheet
      versions={versions}
      draft={draft}
      answered={answered}
      placeName={(place) => placeName(content, place)}
      onStart={start}
      onAnswer={({ id, person, answers }) =>
        session.addReview([
          {
            kind: 'modelAnswers',
            id,
            at: new Date().toISOString(),
            by: person,
            origin: { kind: 'here', file: '' },
            version: asked.version,
            draft: asked.draft,
            answers,
          },
        ])
      }
    />
  );
}
