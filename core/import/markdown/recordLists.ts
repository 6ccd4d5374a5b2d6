import { z } from 'zod';
import { drawerItemSchema } from '../../drawer/drawerItem';
import { factSchema } from '../../facts/fact';
import { emptyRecords, type NarrativeRecords } from '../../narrative/recordMaps';
import { screenRecordSchema } from '../../screens/screenRecord';
import { storyboardSchema } from '../../screens/storyboard';
import { releasePromiseSchema } from '../../thread/releasePromise';
import { threadLinkId, threadLinkSchema } from '../../thread/threadLink';

/** Records that stand as lists in the front matter. */
export type ListedRecords = Omit<NarrativeRecords, 'evidence'>;

const { evidence: _cards, ...none } = emptyRecords();
/** What a text without such lists knows. */
export const noRecords: ListedRecords = none;

const listOf = <T extends z.ZodType>(schema: T) => z.array(schema.nullable().catch(null)).catch([]);

/** A screen that somebody wrote by hand needs no more than its id. */
const screen = screenRecordSchema.shape;
const screenSchema = z.object({
  id: screen.id,
  title: screen.title.catch(''),
  alt: screen.alt.catch(''),
  template: screen.template.catch(''),
  picture: screen.picture.catch(null),
  versions: screen.versions.catch([]),
  hotspots: screen.hotspots.catch([]),
  follows: screen.follows.catch(''),
  changedAt: screen.changedAt.catch(''),
  changedBy: screen.changedBy.catch(''),
});

const promise = releasePromiseSchema.shape;
const promiseSchema = z.object({
  id: promise.id,
  words: promise.words.catch(''),
  section: promise.section.catch(''),
  isImportant: promise.isImportant.catch(false),
  setBy: promise.setBy.catch(''),
  setAt: promise.setAt.catch(''),
});

/** A link needs both its ends; the rest says how it came about. */
const link = threadLinkSchema.shape;
const linkSchema = z
  .object({
    promise: link.promise,
    kind: link.kind,
    end: link.end,
    words: link.words.catch(''),
    place: link.place.catch({ part: 'experience', section: '' }),
    verdict: link.verdict.catch('linked'),
    setBy: link.setBy.catch(''),
    setAt: link.setAt.catch(''),
  })
  .transform((read) => ({ id: threadLinkId(read), ...read }));

const listsSchema = z.looseObject({
  facts: listOf(factSchema),
  drawer: listOf(drawerItemSchema),
  screens: listOf(screenSchema),
  storyboards: listOf(storyboardSchema),
  promises: listOf(promiseSchema),
  links: listOf(linkSchema),
});

/** The records out of front matter; an entry that is none is skipped, as if it were not there. */
export function readRecordLists(fields: unknown): ListedRecords {
  const lists = listsSchema.parse(fields);
  return {
    facts: byName(lists.facts, ({ key }) => key),
    drawer: byName(lists.drawer, ({ id }) => id),
    screens: byName(lists.screens, ({ id }) => id),
    storyboards: byName(lists.storyboards, ({ useCase }) => useCase),
    promises: byName(lists.promises, ({ id }) => id),
    links: byName(lists.links, ({ id }) => id),
  };
}

function byName<T>(list: readonly (T | null)[], nameOf: (value: T) => string): Record<string, T> {
  const read = list.filter((value) => value !== null);
  return Object.fromEntries(read.map((value) => [nameOf(value), value]));
}
