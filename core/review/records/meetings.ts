import { z } from 'zod';
import { partKeys } from '../../narrative/parts';
import {
  maybeDaySchema,
  maybeSaidSchema,
  personNameSchema,
  recordHead,
  recordIdSchema,
  saidSchema,
} from './common';

/** How a review meeting goes, in order. */
export const meetingSteps = ['reading', 'impressions', 'parts', 'decision', 'closed'] as const;

export const meetingOutcomes = ['go', 'revise', 'stop'] as const;

/** Why good people stop a plan: five reasons that Bryar and Carr saw again and again. */
export const stopReasons = [
  'notDifferent',
  'marketTooSmall',
  'costTooRisky',
  'unsolvedBlocker',
  'betterIdeas',
] as const;

export const meetingSchemas = [
  /** Opens a meeting; its id is the record's. */
  z.object({
    ...recordHead,
    kind: z.literal('meeting'),
    version: z.string().max(100),
    draft: z.int().min(1),
    parts: z.array(z.enum(partKeys)).min(1),
    /** Length of the silent reading. */
    readingMinutes: z.int().min(1).max(240),
    /** Who speaks, in the order of speaking: the most senior one last. */
    people: z.array(z.string().min(1).max(200)).max(50),
    noteTaker: personNameSchema,
    /** The customer whose chair stays empty; '' where nobody named one. */
    emptyChair: personNameSchema,
  }),
  /** Where a meeting stands; the latest one holds. */
  z.object({
    ...recordHead,
    kind: z.literal('meetingStep'),
    meeting: recordIdSchema,
    step: z.enum(meetingSteps),
    /** The part that is talked about; null outside of the round by parts. */
    part: z.enum(partKeys).nullable(),
    /** The time for it is up then; null where it has no limit. A later end is minutes added. */
    endsAt: z.iso.datetime().nullable(),
  }),
  /** Somebody has read all of it, before the time was up. */
  z.object({ ...recordHead, kind: z.literal('hasRead'), meeting: recordIdSchema, reader: personNameSchema }),
  /** What somebody said in a meeting, as the note-taker wrote it down, or as they wrote it themselves while reading. */
  z.object({
    ...recordHead,
    kind: z.literal('note'),
    meeting: recordIdSchema,
    /** Null for a general impression. */
    part: z.enum(partKeys).nullable(),
    speaker: personNameSchema,
    text: saidSchema,
  }),
  /** What somebody would decide, in a word; the latest one by a person holds. */
  z.object({
    ...recordHead,
    kind: z.literal('opinion'),
    meeting: recordIdSchema,
    speaker: personNameSchema,
    outcome: z.enum(meetingOutcomes),
  }),
  /** How a meeting ended; the latest one holds. */
  z.object({
    ...recordHead,
    kind: z.literal('decision'),
    meeting: recordIdSchema,
    outcome: z.enum(meetingOutcomes),
    /** Why, in a sentence or more. */
    reason: maybeSaidSchema,
    /** What is to be changed, by whom; empty unless it is to be revised. */
    changes: z
      .array(
        z.object({
          text: saidSchema,
          owner: personNameSchema,
          due: maybeDaySchema,
          /** Id of the remark that asked for it; '' for none. */
          remark: z.string().max(100),
        }),
      )
      .max(200),
    /** Empty unless it was stopped. */
    stopReasons: z.array(z.enum(stopReasons)),
    /** The day on which to look at it again, and what must be different by then. */
    revisitOn: maybeDaySchema,
    mustDiffer: maybeSaidSchema,
  }),
] as const;
