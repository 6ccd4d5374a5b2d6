import { DatelineError } from '../../../core/api/errors';
import { contentVersionSchema } from '../../../core/format/contentVersion';
import type { NarrativeFile } from '../../../core/format/narrativeFile';
import { withCharacterIds } from '../../../core/import/remarks/withCharacterIds';
import type { NarrativeId } from '../../../core/narrative/meta';
import { decodeNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import { narrativeHeading } from '../../../core/narrative/partState';
import { knownRecords } from '../../../core/review/knownRecords';
import { removalId } from '../../../core/review/ownId';
import { answersAnother, BrokenSeal, damagedAnswer } from '../../../core/review/packet/answerErrors';
import { countOrphans } from '../../../core/review/packet/countOrphans';
import type { MergedAnswers } from '../../../core/review/packet/mergedAnswers';
import { type ReadAnswer, readAnswer } from '../../../core/review/packet/readAnswer';
import { countSaid, tellMerged, totalSaid } from '../../../core/review/packet/tellMerged';
import type { ReviewRecord, ReviewRecordOf } from '../../../core/review/reviewRecord';
import type { LibraryStore } from '../../../storage/libraryStore';
import type { OpenNarratives } from '../../narratives/openNarratives';
import { findAnswers } from './findAnswers';
import { openAnswer } from './openAnswer';

/** Something that answers may be in; the name is for people. */
export interface GivenAnswers {
  name: string;
  bytes: Uint8Array;
}

export interface MergingPorts {
  store: Pick<LibraryStore, 'summaries' | 'versions'>;
  narratives: Pick<OpenNarratives, 'peek' | 'addReview'>;
}

interface MergeOrder {
  id: NarrativeId;
  given: readonly GivenAnswers[];
  /** Takes an answer whose seal is broken all the same, as merely claimed. */
  takesChanged: boolean;
}

/**
 * Takes in what readers gave back, in any order and as often as one likes. Each answer is taken whole or not at all;
 * one that cannot be taken is named and does not stop the others. No record takes the place of another one.
 */
export async function mergeAnswers(
  { id, given, takesChanged }: MergeOrder,
  ports: MergingPorts,
): Promise<MergedAnswers> {
  const present = await ports.narratives.peek(id);
  const packets = new Map(
    knownRecords(present.review).flatMap((record) => (record.kind === 'packet' ? [[record.id, record]] : [])),
  );
  const reading = { present, packets, takesChanged, ports };
  const intake = new Intake(present.review);
  const failed: MergedAnswers['failed'] = [];
  for (const { name, bytes } of given) {
    for (const read of await readEach(bytes, reading)) {
      if (read instanceof DatelineError)
        failed.push({ name, isClaimable: read instanceof BrokenSeal, ...read.toData() });
      else intake.take(name, read);
    }
  }
  const fresh = await anchored(intake.fresh(), present, ports.store.versions);
  if (fresh.length > 0) await ports.narratives.addReview(id, fresh);
  return { ...tally(intake, fresh, present), failed };
}

interface Reading {
  present: NarrativeFile;
  packets: ReadonlyMap<string, ReviewRecordOf<'packet'>>;
  takesChanged: boolean;
  ports: MergingPorts;
}

type Read = ReadAnswer & { contentVersion: string };

/** Every answer in what was given, or why it cannot be taken. */
async function readEach(bytes: Uint8Array, reading: Reading): Promise<(Read | DatelineError)[]> {
  try {
    const found = findAnswers(bytes);
    return await Promise.all(
      found.map((each) => (each.ok ? readOne(each.raw, reading).catch(toRefusal) : each.error)),
    );
  } catch (thrown) {
    return [toRefusal(thrown)];
  }
}

async function readOne(raw: unknown, { present, packets, takesChanged, ports }: Reading): Promise<Read> {
  const { answer, packet, seal } = await openAnswer(raw, packets);
  // A packet is known by its own id, too: a narrative that was restored from a backup has another one.
  if (answer.narrative !== present.meta.id && !packet) throw answersAnother(nameOf(answer.narrative, ports));
  const read = readAnswer(answer, { packet, seal, takesChanged });
  return { ...read, contentVersion: answer.contentVersion };
}

function nameOf(id: NarrativeId, { store }: MergingPorts): string {
  const summary = store.summaries().find(({ meta }) => meta.id === id);
  return summary ? summary.meta.name || summary.heading : '';
}

/** Nodes within nodes without end, as only an attack has them, exhaust whoever reads them; a key may lock anything. */
function toRefusal(thrown: unknown): DatelineError {
  if (thrown instanceof DatelineError) return thrown;
  if (thrown instanceof RangeError || thrown instanceof SyntaxError) return damagedAnswer();
  throw thrown;
}

/** Records by the content that they were written about. */
type ByContent = ReadonlyMap<string, readonly ReviewRecord[]>;

/**
 * Puts records on the characters of the text that their readers had before them, so that they are found again whatever
 * became of the words around; where that text is not kept any more, the present one has to do.
 */
async function anchored(
  fresh: ByContent,
  present: NarrativeFile,
  versions: Pick<LibraryStore['versions'], 'read'>,
): Promise<ReviewRecord[]> {
  const placed: ReviewRecord[] = [];
  for (const [content, records] of fresh) {
    const version = contentVersionSchema.safeParse(content);
    const kept = version.success ? await versions.read(present.meta.id, version.data) : null;
    const doc = decodeNarrativeDoc(Buffer.from((kept ?? present).yjs, 'base64'));
    placed.push(...withCharacterIds(records, doc));
  }
  return placed;
}

/** What is taken in, and what of it is new. */
class Intake {
  readonly answers: MergedAnswers['answers'] = [];
  known = 0;
  readonly #review: NarrativeFile['review'];
  readonly #fresh = new Map<string, { record: ReviewRecord; content: string }>();

  constructor(review: NarrativeFile['review']) {
    this.#review = review;
  }

  take(name: string, { packet, by, isSealed, records, contentVersion: content }: Read): void {
    const fresh = records.filter((record) => !this.#isKnown(record));
    const said = totalSaid(countSaid(fresh));
    const known = totalSaid(countSaid(records)) - said;
    for (const record of records) if (this.#isNews(record)) this.#fresh.set(record.id, { record, content });
    this.known += known;
    this.answers.push({ name, packet, reader: by, isSealed, added: said, known });
  }

  fresh(): ByContent {
    const byContent = new Map<string, ReviewRecord[]>();
    for (const { record, content } of this.#fresh.values()) {
      const known = byContent.get(content);
      if (known) known.push(record);
      else byContent.set(content, [record]);
    }
    return byContent;
  }

  #isKnown({ id }: ReviewRecord): boolean {
    // A contact that somebody removed never comes back.
    return (
      this.#fresh.has(id) || Object.hasOwn(this.#review, id) || Object.hasOwn(this.#review, removalId(id))
    );
  }

  /** Also where something was merely claimed so far, and its seal is found now. */
  #isNews(record: ReviewRecord): boolean {
    if (!this.#isKnown(record)) return true;
    const { id } = record;
    const known = this.#fresh.get(id)?.record ?? knownRecords({ [id]: this.#review[id] })[0];
    return known?.origin.isSealed === false && record.origin.isSealed === true;
  }
}

function tally(
  { answers, known }: Intake,
  fresh: readonly ReviewRecord[],
  present: NarrativeFile,
): Omit<MergedAnswers, 'failed'> {
  const isNew = ({ id }: ReviewRecord) => !Object.hasOwn(present.review, id);
  const added = countSaid(fresh.filter(isNew));
  const orphans = countOrphans(fresh.filter(isNew), decodeNarrativeDoc(Buffer.from(present.yjs, 'base64')));
  const claimed = answers.filter(({ isSealed }) => !isSealed).length;
  const counts = { answers: answers.length, added, known, orphans, claimed };
  return {
    answers,
    ...{ added, known, orphans },
    sentence: tellMerged(counts),
    title: narrativeHeading(present.content, present.meta.name),
  };
}
