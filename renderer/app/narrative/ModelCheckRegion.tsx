import { useMemo } from 'react';
import { placeName } from '../../../core/facts/placeName';
import { contentVersion } from '../../../core/format/contentVersion';
import { readModelCheck } from '../../../core/review/modelCheck/readModelCheck';
import { createTermReader } from '../../../core/thread/threadTerms';
import { useSessionValue } from '../../editor/session/useSession';
import { ModelCheckSheet } from '../../features/modelCheck/ModelCheckSheet';
import type { SheetRegionProps } from './SheetRegion';
import { useStatedFacts } from './useStatedFacts';

/** What people remember of the text, beside what it says. */
export function ModelCheckRegion({ session, content }: SheetRegionProps) {
  const records = useSessionValue(session, (open) => open.review());
  const { draft, language } = useSessionValue(session, (open) => open.meta());
  const version = useMemo(() => contentVersion(content), [content]);
  const stated = useStatedFacts({ session, records, present: { version, content } });
  const readTerms = useMemo(() => createTermReader(language), [language]);
  const versions = useMemo(
    () => readModelCheck({ records, stated, readTerms }),
    [records, stated, readTerms],
  );
  const answered = records.flatMap((record) =>
    record.kind === 'modelAnswers' && record.version === version ? [record.by] : [],
  );
  return (
    <ModelCheckSheet
      versions={versions}
      draft={draft}
      answered={answered}
      placeName={(place) => placeName(content, place)}
      onStart={() => session.flush()}
      onAnswer={({ id, person, answers }) =>
        session.addReview([
          {
            kind: 'modelAnswers',
            id,
            at: new Date().toISOString(),
            by: person,
            origin: { kind: 'here', file: '' },
            version,
            draft,
            answers,
          },
        ])
      }
    />
  );
}
