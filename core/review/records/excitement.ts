import { z } from 'zod';
import { anchorSchema } from '../anchor';
import { maybeSaidSchema, personNameSchema, recordHead, recordIdSchema } from './common';

/** What a customer marks in the release. */
export const reactions = ['want', 'doubt', 'unclear'] as const;
export type Reaction = (typeof reactions)[number];

/** "How disappointed would you be if we never made it?" */
export const disappointments = ['very', 'somewhat', 'not'] as const;
export type Disappointment = (typeof disappointments)[number];

/** What somebody gives, from words alone to money; each costs them more than the one before. */
export const commitments = ['opinion', 'email', 'time', 'introduction', 'preorder'] as const;
export type Commitment = (typeof commitments)[number];

export const excitementSchemas = [
  /**
   * Opens a test with customers; its id is the record's and stands for its pass mark, see `excitementTestId`. So the
   * mark is fixed before the first answer: an answer names its test, and no other mark can have that name.
   */
  z.object({
    ...recordHead,
    kind: z.literal('excitementTest'),
    version: z.string().max(100),
    draft: z.int().min(1),
    passMark: z.object({
      /** How many customers must answer before it can be read. */
      people: z.int().min(1).max(100_000),
      /** How many of a hundred must be very disappointed. */
      veryDisappointedPercent: z.int().min(0).max(100),
      /** How many of a hundred must give this or more. */
      commitment: z.enum(commitments),
      commitmentPercent: z.int().min(0).max(100),
      /** The last day on which answers count. */
      until: z.iso.date(),
    }),
  }),
  /** All that one customer answered. Holds nothing about who it was, and `by` is ''. */
  z.object({
    ...recordHead,
    kind: z.literal('customerAnswer'),
    test: recordIdSchema,
    /** Made up for each customer, and the same in all that this customer answers: the latest answer holds. */
    customer: recordIdSchema,
    version: z.string().max(100),
    /** "What is it, for whom, and what would you do next?" in their own words. */
    retelling: maybeSaidSchema,
    /** Null where the question was passed over, as with the next one. */
    disappointment: z.enum(disappointments).nullable(),
    commitment: z.enum(commitments).nullable(),
    marks: z
      .array(z.object({ anchor: anchorSchema, reaction: z.enum(reactions), note: maybeSaidSchema }))
      .max(500),
  }),
  /**
   * Who a customer is, where they chose to say so. Its id is made of the customer's made-up one, see `contactId`, so
   * that all they say of themselves is one record: the latest holds, and once it is removed its words are gone for good.
   */
  z.object({
    ...recordHead,
    kind: z.literal('customerContact'),
    customer: recordIdSchema,
    name: personNameSchema,
    contact: z.string().max(500),
  }),
  /**
   * Removes a contact: everybody who merges this drops that record and never takes it back. Its id is made of the
   * contact's, see `removalId`; another id removes nothing.
   */
  z.object({ ...recordHead, kind: z.literal('removal'), record: recordIdSchema }),
] as const;
